using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace LeadRouter.Packaging.Tests.Support;

/// <summary>A YAML file as maps, lists and texts, with anchors and merges (<c>&lt;&lt;</c>) taken in.</summary>
internal static class Yaml
{
    public static YamlMap Read(string file) =>
        new(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>>(new MergingParser(new Parser(new StringReader(Repository.Read(file))))));
}

/// <summary>A map; what is not there reads as empty.</summary>
internal sealed class YamlMap(IReadOnlyDictionary<object, object?> map)
{
    public IEnumerable<string> Keys => map.Keys.Select(key => (string)key);

    public bool Has(string key) => map.ContainsKey(key);

    public string Text(string key) => map.GetValueOrDefault(key) as string ?? "";

    public YamlMap Map(string key) => Of(map.GetValueOrDefault(key));

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(item => (string)item!)];

    public IReadOnlyList<YamlMap> Maps(string key) => [.. List(key).Select(Of)];

    private List<object?> List(string key) => map.GetValueOrDefault(key) as List<object?> ?? [];

    private static YamlMap Of(object? value) => new(value as Dictionary<object, object?> ?? []);
}
