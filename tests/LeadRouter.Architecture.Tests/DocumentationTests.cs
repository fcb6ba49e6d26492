using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LeadRouter.Architecture.Tests;

public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("LeadRouter.Domain")]
    [InlineData("LeadRouter.Turns")]
    [InlineData("LeadRouter.Contracts")]
    public void Every_public_type_says_what_it_is(string name)
    {
        var project = House.Projects.Single(project => project.Name == name);
        var types = project.Assembly.GetExportedTypes();
        types.ShouldNotBeEmpty();
        var documented = project.DocumentedTypes();
        types.Select(type => type.FullName!.Replace('+', '.')).Except(documented).ShouldBeEmpty("these have no <summary>");
    }

    [Fact]
    public void Every_package_has_its_reason()
    {
        var reasons = House.Read("docs/dependencies.md");
        var packages = XDocument.Parse(House.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(item => (string)item.Attribute("Include")!).ToArray();
        packages.ShouldNotBeEmpty();
        packages.Where(package => !reasons.Contains($"`{package}`", StringComparison.Ordinal)).ShouldBeEmpty("a line in docs/dependencies.md is missing");
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var documents = House.Files("docs", ".md").Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]).ToArray();
        var broken =
            from document in documents
            from Match link in Link().Matches(House.Read(document))
            let target = link.Groups["target"].Value
            let path = Path.Combine(House.Root, Path.GetDirectoryName(document)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document} -> {target}";
        broken.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)")]
    private static partial Regex Link();
}
