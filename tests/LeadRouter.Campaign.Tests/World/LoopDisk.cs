using LeadRouter.TestTools;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>A file system of its own in a file on the real disk: every fsync is a real one, and it can be filled without harm to others.</summary>
internal sealed class LoopDisk : IAsyncDisposable
{
    /// <summary>The file has holes: it takes what is written to it and no more.</summary>
    private const long Bytes = 4L << 30;

    private const long LeastBytes = 4096;

    private readonly DirectoryInfo _home;
    private readonly List<string> _fillers = [];

    private LoopDisk(DirectoryInfo home) => _home = home;

    /// <summary>Where the server's data go.</summary>
    public string DataFolder => Path.Combine(Mounted, "data");

    private string Mounted => Path.Combine(_home.FullName, "mounted");

    /// <summary>Makes one; null where that is not possible (it needs Linux, root and loop devices).</summary>
    public static async Task<LoopDisk?> MountAsync()
    {
        if (Tools.Find("mkfs.ext4") is null || Tools.Find("mount") is null)
            return null;
        var disk = new LoopDisk(Directory.CreateTempSubdirectory("leadrouter-disk-"));
        Directory.CreateDirectory(disk.Mounted);
        var image = Path.Combine(disk._home.FullName, "image");
        await using (var file = File.Create(image))
            file.SetLength(Bytes);
        var (formatted, _) = await Tools.RunAsync("mkfs.ext4", ["-q", "-m", "0", image], "");
        var mounted = formatted == 0 && (await Tools.RunAsync("mount", ["-o", "loop", image, disk.Mounted], "")).ExitCode == 0;
        if (mounted)
            return disk;
        disk._home.Delete(recursive: true);
        return null;
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        for (var size = Bytes; size >= LeastBytes;)
        {
            var filler = Path.Combine(Mounted, $"filler-{_fillers.Count}");
            try
            {
                File.OpenHandle(filler, FileMode.CreateNew, FileAccess.Write, preallocationSize: size).Dispose();
                _fillers.Add(filler);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom()
    {
        _fillers.ForEach(File.Delete);
        _fillers.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Tools.RunAsync("umount", [Mounted], "");
        _home.Delete(recursive: true);
    }
}
