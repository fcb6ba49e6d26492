using System.Text.RegularExpressions;

namespace LeadRouter.Architecture.Tests;

/// <summary>Dependencies point one way: Domain, Turns, adapters, Server. Adapters never see each other.</summary>
public sealed partial class DependencyTests
{
    private const string Features = "src/LeadRouter.Server/Features";

    /// <summary>Rules and engine: no packages, no framework beyond the runtime, so no ASP.NET, Orleans, SQL or logging type in a signature.</summary>
    private static readonly Dictionary<string, string[]> Core = new(StringComparer.Ordinal)
    {
        ["LeadRouter.Domain"] = [],
        ["LeadRouter.Contracts"] = [],
        ["LeadRouter.Turns"] = ["LeadRouter.Domain"],
    };

    /// <summary>What puts the parts together may see all of them.</summary>
    private static readonly string[] CompositionRoots = ["LeadRouter.Server", "LeadRouter.Simulation"];

    public static TheoryData<string> CoreProjects => [.. Core.Keys];

    public static TheoryData<string> AllProjects => [.. House.Projects.Select(project => project.Name)];

    [Theory, MemberData(nameof(AllProjects))]
    public void A_project_refers_only_to_what_its_layer_may_see(string name)
    {
        var project = Project(name);
        project.ProjectReferences.Except(Allowed(name)).ShouldBeEmpty($"{name}.csproj refers to these");
    }

    [Theory, MemberData(nameof(AllProjects))]
    public void An_assembly_uses_only_what_its_layer_may_see(string name)
    {
        var used = Used(name).Where(reference => reference.StartsWith("LeadRouter.", StringComparison.Ordinal));
        used.Except(Allowed(name)).ShouldBeEmpty($"{name}.dll uses these");
    }

    [Theory, MemberData(nameof(CoreProjects))]
    public void Core_has_no_packages_and_no_framework(string name)
    {
        Project(name).Packages.ShouldBeEmpty();
        Project(name).FrameworkReferences.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(CoreProjects))]
    public void Core_uses_nothing_but_the_runtime(string name) =>
        Used(name).Where(reference => !Core.ContainsKey(reference) && !IsRuntime(reference)).ShouldBeEmpty();

    [Fact]
    public void Observability_knows_none_of_our_projects()
    {
        foreach (var project in House.Projects.Where(project => project.Name == "LeadRouter.Observability"))
            project.ProjectReferences.ShouldBeEmpty();
    }

    [Fact]
    public void Phone_numbers_are_read_where_posts_come_in_and_nowhere_else() =>
        House.Projects.Where(project => Used(project.Name).Contains("PhoneNumbers")).Select(project => project.Name).ShouldBe(["LeadRouter.Intake"]);

    [Fact]
    public void Features_of_the_server_do_not_see_each_other()
    {
        var features = House.Files(Features, ".cs").ToLookup(file => file[(Features.Length + 1)..].Split('/')[0]);
        features.Count.ShouldBeGreaterThan(5);
        features.SelectMany(feature => feature.Where(file => FeaturesSeenBy(file).Any(seen => seen != feature.Key))).ShouldBeEmpty();
    }

    [Fact]
    public void The_servers_platform_sees_no_feature_but_where_it_puts_them_together() =>
        House.Files("src/LeadRouter.Server/Platform", ".cs").Where(file => !file.Contains("/Composition/", StringComparison.Ordinal) && FeaturesSeenBy(file).Any()).ShouldBeEmpty();

    /// <summary>Also where the name of a namespace is not a using but stands in the code.</summary>
    private static IEnumerable<string> FeaturesSeenBy(string file) => FeatureName().Matches(House.Read(file)).Select(match => match.Groups[1].Value);

    private static string[] Allowed(string name)
    {
        if (Core.TryGetValue(name, out var references))
            return references;
        return CompositionRoots.Contains(name) ? [.. House.Projects.Select(project => project.Name)] : [.. Core.Keys];
    }

    private static bool IsRuntime(string assembly) =>
        assembly.StartsWith("System", StringComparison.Ordinal) && !assembly.StartsWith("System.Data", StringComparison.Ordinal);

    private static SourceProject Project(string name) => House.Projects.Single(project => project.Name == name);

    private static IEnumerable<string> Used(string name) => Project(name).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    [GeneratedRegex(@"\bFeatures\.(\w+)")]
    private static partial Regex FeatureName();
}
