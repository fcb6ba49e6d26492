namespace LeadRouter.Packaging.Tests.Support;

/// <summary>The files that are looked at, as they lie in the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static bool Exists(string path) => File.Exists(PathOf(path)) || Directory.Exists(PathOf(path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeadRouter.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No LeadRouter.sln above {AppContext.BaseDirectory}");
    }
}
