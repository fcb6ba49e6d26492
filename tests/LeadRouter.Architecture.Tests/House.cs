using System.Reflection;
using System.Xml.Linq;

namespace LeadRouter.Architecture.Tests;

/// <summary>What is in the repository.</summary>
internal static class House
{
    private static readonly string[] LeftBehindByBuilds = ["bin", "obj", "node_modules", "dist", "coverage", "TestResults"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects of <c>src</c>.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } = FindProjects();

    /// <summary>Files of a folder by the end of their name, without what builds leave behind; paths relative to the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings)
    {
        var full = Path.Combine(Root, folder);
        return Directory.Exists(full) ? Walk(full).Where(file => endings.Any(end => file.EndsWith(end, StringComparison.Ordinal))) : [];
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var sub in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(sub);
            if (name.StartsWith('.') || LeftBehindByBuilds.Contains(name))
                continue;
            foreach (var file in Walk(sub))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeadRouter.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No LeadRouter.sln above {AppContext.BaseDirectory}");
    }

    private static SourceProject[] FindProjects()
    {
        var projects = Files("src", ".csproj").Select(file => new SourceProject(file)).ToArray();
        // Without these the tests would pass by looking at nothing.
        foreach (var name in new[] { "LeadRouter.Domain", "LeadRouter.Contracts", "LeadRouter.Turns" })
            projects.ShouldContain(project => project.Name == name);
        return projects;
    }
}

/// <summary>A project of <c>src</c>: what its file says and what was built from it.</summary>
internal sealed class SourceProject(string file)
{
    private readonly XDocument _xml = XDocument.Parse(House.Read(file));

    public string Name { get; } = Path.GetFileNameWithoutExtension(file);

    public Assembly Assembly => Assembly.Load(Name);

    public string[] ProjectReferences => [.. Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public string[] FrameworkReferences => [.. Includes("FrameworkReference")];

    /// <summary>Packages that the compiled code can use; analyzers are not among them.</summary>
    public string[] Packages =>
        [.. _xml.Descendants("PackageReference").Where(item => (string?)item.Attribute("PrivateAssets") != "all").Select(item => (string)item.Attribute("Include")!)];

    /// <summary>Names of the types that have a summary in the generated documentation file.</summary>
    public HashSet<string> DocumentedTypes()
    {
        var xml = XDocument.Load(Path.Combine(AppContext.BaseDirectory, Name + ".xml"));
        return [.. xml.Descendants("member")
            .Where(member => ((string)member.Attribute("name")!).StartsWith("T:", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace((string?)member.Element("summary")))
            .Select(member => ((string)member.Attribute("name")!)[2..])];
    }

    public override string ToString() => Name;

    private IEnumerable<string> Includes(string element) => _xml.Descendants(element).Select(item => (string)item.Attribute("Include")!);
}
