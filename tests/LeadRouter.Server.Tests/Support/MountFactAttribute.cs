using System.Diagnostics;

namespace LeadRouter.Server.Tests.Support;

/// <summary>A fact that mounts a file system; where that is not permitted the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Permitted = new(Try);

    public MountFactAttribute()
    {
        if (!Permitted.Value)
            Skip = "Mounting a tmpfs is not permitted here (needs Linux and root).";
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var folder = Directory.CreateTempSubdirectory("leadrouter-mount-");
        try
        {
            if (Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.FullName) != 0)
                return false;
            Run("umount", folder.FullName);
            return true;
        }
        finally
        {
            folder.Delete();
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
