namespace LeadRouter.Turns.Stored;

/// <summary>A type whose JSON outlives the program that wrote it.</summary>
/// <param name="Type">The record as it is today.</param>
/// <param name="Name">Its name in what is stored; for ever, whatever the record is called.</param>
/// <param name="Version">Of its JSON, from 1. Rises when a member is added in a way that old JSON cannot be read with, renamed or removed.</param>
public sealed record StoredType(Type Type, string Name, int Version = 1)
{
    /// <summary>How a member of a family is told from the others: its name, from version 2 on with the version behind it.</summary>
    internal string Discriminator => Version == 1 ? Name : $"{Name}.{Version}";

    /// <summary>The name and version of a discriminator.</summary>
    internal static (string Name, int Version) Parse(string discriminator) =>
        discriminator.IndexOf('.') is > 0 and var dot && int.TryParse(discriminator.AsSpan(dot + 1), System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? (discriminator[..dot], version)
            : (discriminator, 1);
}
