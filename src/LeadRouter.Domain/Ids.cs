namespace LeadRouter.Domain;

/// <summary>An id that is text on the wire.</summary>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The text; never null or empty.</summary>
    string Value { get; }
    /// <summary>Makes the id from its text.</summary>
    static abstract TSelf From(string value);
}

/// <summary>Names a lead.</summary>
public readonly record struct LeadId(string Value) : ITextId<LeadId>, IComparable<LeadId>
{
    private const string TestPrefix = "test-";

    /// <summary>Whether it names a test lead: one that is counted nowhere. The id tells, so that whoever counts need know nothing else of the lead.</summary>
    public bool IsTest => Value.StartsWith(TestPrefix, StringComparison.Ordinal);

    public static LeadId From(string value) => new(value);

    /// <summary>The id of a test lead.</summary>
    public static LeadId ForTest(string value) => new(TestPrefix + value);

    public int CompareTo(LeadId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>Names a rep.</summary>
public readonly record struct RepId(string Value) : ITextId<RepId>, IComparable<RepId>
{
    public static RepId From(string value) => new(value);
    public int CompareTo(RepId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>Names one offer: the only thing that can accept it.</summary>
public readonly record struct OfferId(string Value) : ITextId<OfferId>
{
    public static OfferId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>Names one try to reach a lead.</summary>
public readonly record struct AttemptId(string Value) : ITextId<AttemptId>
{
    public static AttemptId From(string value) => new(value);
    public override string ToString() => Value;
}
