using System.Globalization;
using LeadRouter.Server.Platform.Composition;
using LeadRouter.Storage.Sqlite;

namespace LeadRouter.Server.Platform.Operations;

/// <summary>What <c>--backup FILE</c> does instead of starting a server.</summary>
internal static class BackupCommand
{
    /// <summary>Copies the data folder's database; gives the exit code.</summary>
    public static int Run(string file, ServerOptions options, IConfiguration configuration)
    {
        try
        {
            if (!string.IsNullOrEmpty(configuration["Store:Postgres"]))
                throw new StoreOpenException("Store:Postgres is set, and PostgreSQL is backed up with pg_dump: see docs/operations.md.");
            var bytes = SqliteBackup.Write(options.DataFolder, file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up {options.DataFolder} to {Path.GetFullPath(file)} ({bytes:N0} bytes)"));
            return 0;
        }
        catch (StoreOpenException refusal)
        {
            Console.Error.WriteLine($"LeadRouter made no backup: {refusal.Message}");
            return 1;
        }
    }
}
