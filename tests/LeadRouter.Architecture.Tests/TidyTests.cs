using System.Text.RegularExpressions;

namespace LeadRouter.Architecture.Tests;

/// <summary>Habits that a reader should not have to check. The limits only ever go down.</summary>
public sealed partial class TidyTests
{
    private const int MaxLinesInSource = 300;
    private const int MaxLinesInTests = 400;
    private const int MaxLinesInMethod = 70;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold() => TooLong("src", MaxLinesInSource).ShouldBeEmpty();

    [Fact]
    public void No_test_file_is_longer_than_a_reader_can_hold() =>
        TooLong("tests", MaxLinesInTests).Concat(TooLong("load-tests", MaxLinesInTests)).ShouldBeEmpty();

    [Fact]
    public void No_method_is_longer_than_a_screen() =>
        Sources().SelectMany(file => Methods.LongerThan(MaxLinesInMethod, House.Read(file)).Select(line => $"{file}:{line}")).ShouldBeEmpty();

    [Theory]
    [InlineData(@"\b(TODO|FIXME|HACK|XXX)\b", "do it or write an issue")]
    [InlineData(@"^\s*#region\b", "split the file instead")]
    [InlineData(@"^\s*#nullable\s+disable\b", "nullable stays on")]
    [InlineData(@"^\s*#pragma\s+warning\s+disable\b", "heed the warning")]
    [InlineData(@"\bThread\.Sleep\(", "wait for a signal")]
    [InlineData(@"\bDateTime(Offset)?\.Now\b", "use TimeProvider, and instants in UTC")]
    [InlineData(@"\bGC\.Collect\(", "leave it to the runtime")]
    public void Nowhere_in_src(string pattern, string instead)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);
        var found = Sources().SelectMany(file => House.Read(file).Split('\n').Select((line, index) => (line, place: $"{file}:{index + 1}")))
            .Where(entry => regex.IsMatch(entry.line)).Select(entry => entry.place);
        found.ShouldBeEmpty(instead);
    }

    [Fact]
    public void Nullable_and_warnings_as_errors_are_on_everywhere()
    {
        var shared = House.Read("Directory.Build.props");
        shared.ShouldContain("<Nullable>enable</Nullable>");
        shared.ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        var lax = House.Files("src", ".csproj", ".props").Where(file => LaxSetting().IsMatch(House.Read(file)));
        lax.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = House.Read("LeadRouter.sln").Replace('\\', '/');
        var projects = new[] { "src", "tests", "load-tests" }.SelectMany(folder => House.Files(folder, ".csproj")).ToArray();
        projects.ShouldNotBeEmpty();
        projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Versions_of_packages_are_in_one_place_only() =>
        new[] { "src", "tests", "load-tests" }.SelectMany(folder => House.Files(folder, ".csproj"))
            .Where(project => PackageVersion().IsMatch(House.Read(project))).ShouldBeEmpty("they belong in Directory.Packages.props");

    private static string[] Sources()
    {
        var files = House.Files("src", ".cs").ToArray();
        files.ShouldNotBeEmpty();
        return files;
    }

    private static IEnumerable<string> TooLong(string folder, int limit) =>
        House.Files(folder, ".cs", ".ts", ".tsx", ".css").Where(file => !file.Contains("/generated/", StringComparison.Ordinal))
            .Select(file => (file, lines: House.Read(file).Count(c => c == '\n')))
            .Where(entry => entry.lines > limit).Select(entry => $"{entry.file}: {entry.lines} lines");

    [GeneratedRegex("<Nullable>(?!enable)|<TreatWarningsAsErrors>(?!true)")]
    private static partial Regex LaxSetting();

    [GeneratedRegex("<PackageReference[^>]*\\bVersion(Override)?=")]
    private static partial Regex PackageVersion();
}
