using System.ComponentModel;
using System.Runtime.InteropServices;
using LeadRouter.Storage.Tests.Sqlite;
using LeadRouter.TestTools;
using Microsoft.Win32.SafeHandles;

namespace LeadRouter.Storage.Tests.PowerCut;

/// <summary>
/// A file system whose power can be cut: ext4 on a loop device, shut down by the call that file systems have for tests of just this (FS_IOC_SHUTDOWN).
/// From the cut on nothing is read or written any more; mounted again it plays back its journal, and what was not synced is gone.
/// </summary>
internal sealed partial class CutDisk : IAsyncDisposable
{
    // The file has holes: it takes what is written to it and no more.
    private const long Bytes = 1L << 30;

    private const int PageBytes = 4096;

    // _IOR('X', 125, __u32), and: without writing the journal out first.
    private const nuint ShutDownRequest = 0x8004587D;
    private const uint NoLogFlush = 2;

    // Waits for pages on their way out, sends those of the range, waits for them.
    private const uint WriteAndWait = 7;

    private readonly DirectoryInfo _home;

    private CutDisk(DirectoryInfo home) => _home = home;

    /// <summary>Why there is none here, or null.</summary>
    public static readonly Lazy<string?> Hindrance = new(() => Task.Run(TryAsync).GetAwaiter().GetResult());

    public string Folder => Path.Combine(_home.FullName, "mounted");

    private string Image => Path.Combine(_home.FullName, "image");

    private string Switch => Path.Combine(Folder, "switch");

    /// <summary>Makes an empty one, in memory where that is a file system: what a power cut takes is what ext4 has not been told to sync, whatever lies below.</summary>
    public static async Task<CutDisk> FormatAsync()
    {
        var memory = new DirectoryInfo("/dev/shm");
        var name = "leadrouter-cut-" + Guid.NewGuid().ToString("N");
        var disk = new CutDisk(memory.Exists ? memory.CreateSubdirectory(name) : Directory.CreateTempSubdirectory("leadrouter-cut-"));
        Directory.CreateDirectory(disk.Folder);
        await using (var file = File.Create(disk.Image))
            file.SetLength(Bytes);
        try
        {
            await RunAsync("mkfs.ext4", "-q", "-m", "0", disk.Image);
            await disk.MountAsync();
        }
        catch (InvalidOperationException)
        {
            disk._home.Delete(recursive: true);
            throw;
        }
        // What every user of the disk may go through, and what the cut is asked of.
        File.Create(disk.Switch).Dispose();
        return disk;
    }

    /// <summary>The kernel may write any page out before it is told to: does so with some of those that were changed last, drawn at random.</summary>
    public void WriteSomeBack(Random random)
    {
        var since = DateTime.UtcNow.AddSeconds(-30);
        // .NET locks what it opens, which the lock of the data folder would refuse.
        var changed = new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Extension != ".lock" && f.LastWriteTimeUtc > since && f.Length >= PageBytes);
        foreach (var file in changed.ToList())
        {
            using var opened = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var pages = (int)(RandomAccess.GetLength(opened) / PageBytes);
            for (var left = random.Next(Math.Min(pages, 200) + 1); left > 0; left--)
                _ = SyncFileRange(opened, (long)random.Next(pages) * PageBytes, PageBytes, WriteAndWait);
        }
    }

    /// <summary>From now on nothing is written any more.</summary>
    public void Cut()
    {
        using var handle = File.OpenHandle(Switch, FileMode.Open, FileAccess.Read);
        var how = NoLogFlush;
        if (ShutDown(handle, ShutDownRequest, ref how) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Comes back with what was synced. Whoever had files open has to be gone, or on his way.</summary>
    public async Task PowerOnAsync()
    {
        await UnmountAsync();
        await MountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await UnmountAsync();
        _home.Delete(recursive: true);
    }

    private Task MountAsync() => RunAsync("mount", "-o", "loop", Image, Folder);

    private Task UnmountAsync() => Poll.UntilAsync(() => Tools.RunAsync("umount", [Folder], "").GetAwaiter().GetResult().ExitCode == 0, "somebody still uses the disk whose power was cut");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await Tools.RunAsync(program, arguments, "");
        if (exitCode != 0) throw new InvalidOperationException($"{program}: {output.Trim()}");
    }

    private static async Task<string?> TryAsync()
    {
        if (!OperatingSystem.IsLinux()) return "Cutting a disk's power needs Linux.";
        try
        {
            await using var disk = await FormatAsync();
            disk.Cut();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or FileNotFoundException or Win32Exception)
        {
            return "Cutting a disk's power needs root, loop devices and ext4: " + e.Message;
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int ShutDown(SafeFileHandle file, nuint request, ref uint how);

    [LibraryImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    private static partial int SyncFileRange(SafeFileHandle file, long offset, long bytes, uint flags);
}

/// <summary>A test that needs a disk whose power can be cut; skipped, with the reason, where there is none or another thing is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CutDiskFactAttribute : FactAttribute
{
    /// <param name="alsoNeeds">Programs, by name.</param>
    public CutDiskFactAttribute(params string[] alsoNeeds) =>
        Skip = CutDisk.Hindrance.Value ?? alsoNeeds.Where(name => Tools.Find(name) is null).Select(name => $"This needs {name}.").FirstOrDefault();
}
