namespace LeadRouter.Domain.Reps;

/// <summary>What a connection of a screen is called: by its server, so that all of a server's go when it is gone, and its id there.</summary>
public static class ConnectionName
{
    private const char Separator = '/';

    /// <summary>The name of a server's connection.</summary>
    /// <param name="server">A name without a slash, of one start of a process.</param>
    public static string Of(string server, string connection) => $"{server}{Separator}{connection}";

    /// <summary>The server's name; null for a connection that was named before there were several.</summary>
    public static string? ServerOf(string name) => name.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end ? name[..end] : null;
}
