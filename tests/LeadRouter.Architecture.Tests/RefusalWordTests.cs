using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadRouter.Accounts;
using LeadRouter.Domain;

namespace LeadRouter.Architecture.Tests;

/// <summary>What the server refuses, the screens say in both languages: a code without words, or words for what nothing sends, fails here.</summary>
public sealed partial class RefusalWordTests
{
    /// <summary>Codes that a screen never meets: what only the intake, only a program, or only one actor is told by another.</summary>
    private static readonly string[] NeverOnAScreen =
    [
        "bad_idempotency_key", "bad_intake_key", "idempotency_key_reused", "invalid_lead", "malformed_body",
        "bad_presence", "method_not_allowed", "rep_taken", "unsupported_media_type",
        "call_not_wanted", "lead_not_waiting", "not_free",
    ];

    /// <summary>Why a text is no phone number or no address: the sentence stands at a field, and the code goes nowhere.</summary>
    private static readonly string[] NoRefusals = ["PhoneRefusals.cs", "EmailAddresses.cs"];

    /// <summary>What a screen makes of <c>Retry-After</c>.</summary>
    private const string Wait = "waitSeconds";

    private static readonly ILookup<string, string> Sent = House.Files("src", ".cs").Where(file => !NoRefusals.Contains(Path.GetFileName(file)))
        .SelectMany(file => Made().Matches(House.Read(file)))
        .SelectMany(made => Named().Matches(made.Groups["rest"].Value).Select(name => name.Groups["name"].Value).Append(Wait), (made, name) => (Code: CodeOf(made), Name: name))
        .ToLookup(sent => sent.Code, sent => sent.Name);

    [Theory]
    [InlineData("en")]
    [InlineData("he")]
    public void Each_refusal_has_words_and_each_word_is_sent(string language)
    {
        var codes = Sent.Select(sent => sent.Key).Union(typeof(ProblemCodes).GetFields().Select(field => (string)field.GetValue(null)!)).ToList();

        codes.Count.ShouldBeGreaterThan(50);
        NeverOnAScreen.Except(codes).ShouldBeEmpty("nothing sends these any more");
        Words(language, "refusal").Keys.ShouldBe(codes.Except(NeverOnAScreen), ignoreOrder: true);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("he")]
    public void A_refusal_names_in_words_what_is_sent_with_its_code(string language)
    {
        var names = Words(language, "refusal").SelectMany(word => word.Value, (word, name) => (Code: word.Key, Name: name)).ToList();

        names.Count.ShouldBeGreaterThan(10);
        names.Where(word => !Sent[word.Code].Contains(word.Name)).ShouldBeEmpty();
        Sent.SelectMany(sent => sent.Where(name => name != Wait), (sent, name) => (Code: sent.Key, Name: name)).Except(names).ShouldBeEmpty("these are sent and not said");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("he")]
    public void Each_fault_of_a_field_has_words_that_name_all_its_values(string language)
    {
        var errors = typeof(FieldError).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(FieldError)).Select(Make).ToDictionary(error => error.Code);
        errors.Remove(FieldError.Of("").Code).ShouldBeTrue();
        var words = Words(language, "fieldError");

        words.Keys.ShouldBe(errors.Keys, ignoreOrder: true);
        foreach (var (code, error) in errors)
            words[code].ShouldBe(error.Values?.Keys ?? [], ignoreOrder: true, code);
    }

    private static FieldError Make(MethodInfo method) => (FieldError)method.Invoke(null, [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;

    private static object Sample(Type type) => type == typeof(string) ? "x" : type == typeof(string[]) ? new[] { "x", "y" } : Activator.CreateInstance(type)!;

    /// <summary>The names in the words, by code.</summary>
    private static Dictionary<string, string[]> Words(string language, string group) =>
        JsonNode.Parse(House.Read($"src/LeadRouter.Web/src/shared/i18n/{language}.json"))![group]!.AsObject()
            .ToDictionary(word => word.Key, word => Hole().Matches((string)word.Value!).Select(hole => hole.Groups["name"].Value).ToArray());

    private static string CodeOf(Match made) => made.Groups["code"] is { Success: true, Value: var code } ? code : (string)typeof(ProblemCodes).GetField(made.Groups["constant"].Value)!.GetValue(null)!;

    /// <summary>A refusal that is made, to the end of its line, which tells what it names.</summary>
    [GeneratedRegex("""(?:\b(?:Refusal|Refuse|RefusalDto|OfBody)(?:\.Of)?\(|\bRefusal \w+ = new\(|\b(?:Create|Unavailable)\([^"\n]*?)(?:"(?<code>[a-z_]+)"|ProblemCodes\.(?<constant>\w+)),(?<rest>.*)""")]
    private static partial Regex Made();

    [GeneratedRegex("""\("(?<name>\w+)", """)]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\{(?<name>\w+)")]
    private static partial Regex Hole();
}
