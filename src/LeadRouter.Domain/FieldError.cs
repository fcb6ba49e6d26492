using System.Globalization;

namespace LeadRouter.Domain;

/// <summary>What is wrong with one field: a code and values, of which a screen makes a sentence in its user's language, and the sentence in English.</summary>
public sealed record FieldError
{
    private FieldError(string code, string text, params (string Name, object Value)[] values) =>
        (Code, Text, Values) = (code, text, values.Length == 0 ? null : values.ToDictionary());

    /// <summary>Stable, snake_case; part of the public surface.</summary>
    public string Code { get; }

    /// <summary>A sentence that says what to give.</summary>
    public string Text { get; }

    /// <summary>What the sentence names: numbers, texts and lists of texts, by name; null when it names nothing.</summary>
    public IReadOnlyDictionary<string, object>? Values { get; }

    /// <summary><c>invalid</c>: a sentence that no screen says in words of its own, because only programs meet it.</summary>
    public static FieldError Of(string text) => new("invalid", text);

    /// <summary>A value that has to be there and is not.</summary>
    public static FieldError Missing() => new("missing", "This is missing.");

    /// <summary>A field that its object does not have.</summary>
    public static FieldError UnknownField() => new("unknown_field", "There is no such field; check its spelling, or leave it out.");

    /// <summary>A number that is too small or too large.</summary>
    public static FieldError Range(decimal least, decimal most) =>
        new("range", string.Create(CultureInfo.InvariantCulture, $"Give {least} to {most}."), ("least", least), ("most", most));

    /// <summary>A text that is too short or too long.</summary>
    public static FieldError Length(int least, int most) => new("length", $"Give {least} to {most} characters.", ("least", least), ("most", most));

    /// <summary>A list with too few or too many entries.</summary>
    public static FieldError Entries(int least, int most) => new("entries", $"Give {least} to {most} entries.", ("least", least), ("most", most));

    /// <summary>A word that is none of those there are.</summary>
    public static FieldError Choose(params string[] options) =>
        new("choose", $"Choose {(options is [var only] ? only : $"{string.Join(", ", options[..^1])} or {options[^1]}")}.", ("options", options));

    /// <summary>Both or none of two fields of which one has to be there.</summary>
    public static FieldError Either(string one, string other) => new("either", $"Give either {one} or {other}.", ("one", one), ("other", other));

    /// <summary>An id that several entries have.</summary>
    public static FieldError Twice(string? id) => new("twice", $"The id '{id}' is there twice.", ("id", id ?? ""));

    /// <summary>A text of another pattern, such as a date.</summary>
    public static FieldError Pattern(string pattern) => new("pattern", $"Give it as {pattern}.", ("pattern", pattern));

    /// <summary>Hours of a day that begin or end never, or end before they begin.</summary>
    public static FieldError Hours() => new("hours", "Give from and to as HH:mm, from before to.");

    /// <summary>An id of anything but letters and digits.</summary>
    public static FieldError PlainId(int least, int most) => new("plain_id", $"Give {least} to {most} letters or digits.", ("least", least), ("most", most));

    /// <summary>An id that no queue may have.</summary>
    public static FieldError QueueId(int least, int most) =>
        new("queue_id", $"Give {least} to {most} lower-case letters, digits, '-' or '_'.", ("least", least), ("most", most));

    /// <summary>A queue that the desk does not have.</summary>
    public static FieldError NoSuchQueue() => new("no_such_queue", "The desk has no such queue.");

    /// <summary>A rep who is not there, or not active.</summary>
    public static FieldError NoSuchRep() => new("no_such_rep", "There is no such active rep.");

    /// <summary>A time zone that nobody knows.</summary>
    public static FieldError TimeZone() => new("time_zone", "Give an IANA time zone, for example Asia/Jerusalem.");

    /// <summary>A country that is none, or whose phone numbers cannot be read.</summary>
    public static FieldError Country() => new("country", "Give an ISO 3166 country of two capital letters whose phone numbers are known, for example IL.");

    /// <summary>A currency that is none.</summary>
    public static FieldError Currency() => new("currency", "Give an ISO 4217 currency of three capital letters, for example ILS.");

    /// <summary>JSON that is no desk.</summary>
    public static FieldError NotADesk() => new("not_a_desk", "This is not the JSON of a desk; see /schemas/desk.json.");

    /// <summary>A phone of a rep that nobody could call.</summary>
    public static FieldError NotAPhone() => new("not_a_phone", "This is not a phone number; give it as +972… or as it is dialled in the centre's country.");

    /// <summary>Languages that are none, or too many.</summary>
    public static FieldError Languages(int most) => new("languages", $"Give at most {most} language tags, for example he or en.", ("most", most));

    /// <summary>Skills that are too many, without a name, or at a level that there is not.</summary>
    public static FieldError Skills(int most, int leastLevel, int mostLevel) =>
        new("skills", $"Give at most {most} skills with levels from {leastLevel} to {mostLevel}.", ("most", most), ("leastLevel", leastLevel), ("mostLevel", mostLevel));

    /// <summary>A user name that cannot stand in an address.</summary>
    public static FieldError UserName() => new("user_name", "The user name has letters, digits and . _ - @ only and begins with a letter or digit.");

    /// <summary>A text with characters that cannot be shown.</summary>
    public static FieldError ControlCharacters() => new("control_characters", "Leave out control characters.");

    /// <summary>A place in a list that no page has named.</summary>
    public static FieldError Cursor() => new("cursor", "Give the 'next' of the page before, or leave it out.");
}
