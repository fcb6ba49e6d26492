using System.Text.Json;

namespace LeadRouter.Server.Platform.Wire;

/// <summary>The words of an enum as they stand in JSON and in metrics.</summary>
internal static class WireNames
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string[] All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The value of a word, exactly as written; null when it is none.</summary>
    public static T? Parse<T>(string? word) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == word);
}
