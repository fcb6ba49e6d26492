using System.Diagnostics;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>A small disk that can be filled without harm.</summary>
internal static class Tmpfs
{
    /// <summary>Why there is none here, or null.</summary>
    public static readonly Lazy<string?> Hindrance = new(Try);

    public static void Mount(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        if (Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder) is { } error)
            throw new InvalidOperationException(error);
    }

    public static void Unmount(string folder)
    {
        if (Run("umount", folder) is { } error) throw new InvalidOperationException(error);
        Directory.Delete(folder);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux()) return "A small disk to fill needs Linux's tmpfs.";
        var folder = SqliteUnderTest.NewFolder();
        try
        {
            Mount(folder, "1m");
        }
        catch (InvalidOperationException e)
        {
            Directory.Delete(folder);
            return "A small disk to fill needs the right to mount a tmpfs: " + e.Message.Trim();
        }
        Unmount(folder);
        return null;
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : errors;
    }
}

/// <summary>A test that needs a tmpfs of its own; skipped, with the reason, where it may not be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute() => Skip = Tmpfs.Hindrance.Value;
}
