using LeadRouter.TestTools;

namespace LeadRouter.Server.Tests.Support;

/// <summary>A file system of a few megabytes in memory, to run out of.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int ChunkBytes = 64 * 1024;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync(string options)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("leadrouter-disk-").FullName);
        var (code, output) = await Tools.RunAsync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk.Folder], "");
        code.ShouldBe(0, output);
        return disk;
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = ChunkBytes; size > 0;)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Tools.RunAsync("umount", [Folder], "");
        Directory.Delete(Folder, recursive: true);
    }
}
