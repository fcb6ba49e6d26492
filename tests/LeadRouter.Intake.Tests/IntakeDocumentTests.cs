using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LeadRouter.Intake.Tests;

public sealed partial class IntakeDocumentTests
{
    [Fact]
    public void A_name_in_the_document_stands_for_its_field()
    {
        var rows = Row().Matches(Document());

        rows.Count.ShouldBeGreaterThan(8);
        foreach (Match row in rows)
        {
            foreach (var name in row.Groups["names"].Value.Split(','))
                FieldOf(name).ShouldBe(row.Groups["field"].Value, name);
        }
    }

    private static string FieldOf(string name) => FieldAliases.Find(name).ShouldNotBeNull(name).Field switch
    {
        FieldAliases.FirstName or FieldAliases.LastName => Fields.Name,
        var field => field.Split('.')[0],
    };

    private static string Document([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "intake.md"));

    /// <summary>Rows such as <c>| `phone` | tel, mobile |</c>.</summary>
    [GeneratedRegex(@"^\| `(?<field>\w+)`[^|]*\| (?<names>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
