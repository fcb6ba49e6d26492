using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Sqlite.Schema;

/// <summary>
/// Brings a database forward, one embedded script (<c>NNNN-title.sql</c>) and one transaction per version. There is no way
/// back: a program that finds a newer schema refuses it rather than guess.
/// </summary>
internal static class Migrator
{
    // "LRdb": tells our file from any other SQLite database of that name.
    private const int ApplicationId = 0x4C526462;

    public static int Migrate(SqliteConnection db, string file, ILogger log)
    {
        var scripts = Scripts();
        var latest = scripts[^1].Version;
        var found = (int)Pragma(db, "user_version");
        if (found > 0 && Pragma(db, "application_id") != ApplicationId)
            throw new StoreOpenException($"'{file}' is a database of another program. Move it away, or set another data folder.");
        if (found > latest)
            throw new StoreOpenException($"'{file}' was written by a newer LeadRouter (schema {found}; this one knows up to {latest}). Start the newer version again, or restore a backup made before the upgrade.");
        foreach (var (version, name) in scripts.Where(s => s.Version > found))
            Run(db, version, Text(name), log);
        if (found > 0 && found < latest) Log.Migrated(log, found, latest);
        return latest;
    }

    private static void Run(SqliteConnection db, int version, string script, ILogger log)
    {
        using var transaction = db.BeginTransaction();
        db.Run(script);
        if (version == 3) LiveLeadsFill.Run(db, log);
        db.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};"));
        transaction.Commit();
    }

    private static List<(int Version, string Name)> Scripts() =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (Version: int.Parse(n.AsSpan(0, 4), CultureInfo.InvariantCulture), Name: n))
            .OrderBy(s => s.Version)];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static long Pragma(SqliteConnection db, string name)
    {
        using var command = db.CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (long)command.ExecuteScalar()!;
    }
}
