namespace LeadRouter.Turns.Stored;

/// <summary>What is stored cannot be read: its type is not known, or its version is newer than this program.</summary>
public sealed class StoredFormatException : Exception
{
    public StoredFormatException(string message) : base(message) { }
    public StoredFormatException(string message, Exception inner) : base(message, inner) { }
    public StoredFormatException() { }

    internal static StoredFormatException Unknown(string name, Exception? inner = null) =>
        new($"'{name}' is no stored type that this program knows: it was written by a newer version of LeadRouter, or the data is damaged.", inner!);

    internal static StoredFormatException Newer(string name, int version, int known) =>
        new($"'{name}' was written in version {version} by a newer version of LeadRouter; this one knows up to version {known}.");
}
