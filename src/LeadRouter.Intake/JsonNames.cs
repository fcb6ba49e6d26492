using System.Collections.Frozen;
using System.Text.Json;

namespace LeadRouter.Intake;

/// <summary>
/// Says for which field of a lead each property of a posted object stands: one by the field's own name in any case, else by its best alias
/// whose value fits the field. Of the same name the last one counts; null and blank are as good as not sent.
/// </summary>
internal sealed class JsonNames
{
    private const int OwnName = -1;

    private static readonly FrozenDictionary<string, string> OwnNames = new[]
    {
        Fields.ExternalId, Fields.Name, Fields.Phone, Fields.Email, Fields.Source, Fields.Campaign, Fields.Queue, Fields.Language, Fields.Message,
        Fields.Score, Fields.Consent, Fields.RequestedAt, Fields.Attributes,
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, JsonElement>> _others = [];

    public JsonNames(IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        foreach (var (name, value) in properties)
            Place(name, value);
        if (_slots.ContainsKey(Fields.Name)) Release(FieldAliases.FirstName, FieldAliases.LastName);
        if (_slots.ContainsKey(Fields.Consent)) Release(Fields.ConsentText, Fields.ConsentAt, Fields.ConsentKind);
    }

    /// <summary>The values of the fields that were sent.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Values => _slots.Select(slot => KeyValuePair.Create(slot.Key, slot.Value.Value));

    /// <summary>The names that were read as another one, with the field.</summary>
    public IEnumerable<(string Name, string Field)> Aliases =>
        _slots.Where(slot => slot.Value.Rank != OwnName).Select(slot => (slot.Value.Name, slot.Key is FieldAliases.FirstName or FieldAliases.LastName ? Fields.Name : slot.Key));

    /// <summary>What stands for no field.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Others => _others;

    private void Place(string name, JsonElement value)
    {
        if (IsNothing(value)) return;
        if (OwnNames.TryGetValue(name, out var own))
            Fill(own, new Slot(name, value, OwnName));
        else if (FieldAliases.Find(name) is var (field, rank) && Fits(field, value))
        {
            if (FieldAliases.StaysAnAttribute(name)) _others.Add(KeyValuePair.Create(name, value));
            Fill(field, new Slot(name, value, rank));
        }
        else
            _others.Add(KeyValuePair.Create(name, value));
    }

    private void Fill(string field, Slot slot)
    {
        if (_slots.TryGetValue(field, out var held))
        {
            if (held.Rank < slot.Rank) (slot, held) = (held, slot);
            PutAside(held);
        }
        _slots[field] = slot;
    }

    private void Release(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (_slots.Remove(field, out var slot)) PutAside(slot);
    }

    private void PutAside(Slot slot)
    {
        if (!FieldAliases.StaysAnAttribute(slot.Name)) _others.Add(KeyValuePair.Create(slot.Name, slot.Value));
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (JsonValues.Text(value) is { } text && string.IsNullOrWhiteSpace(text));

    /// <summary>An alias is a guess: what does not fit the field was meant otherwise, and is no reason to refuse a lead.</summary>
    private static bool Fits(string field, JsonElement value) => field switch
    {
        Fields.Score => value.ValueKind == JsonValueKind.Number,
        Fields.RequestedAt or Fields.ConsentAt => Instants.TryRead(JsonValues.Text(value), out _),
        Fields.Language => FieldChecks.IsLanguage(JsonValues.Text(value)),
        Fields.ExternalId or Fields.Phone => value.ValueKind == JsonValueKind.Number || JsonValues.Text(value) is not null,
        _ => JsonValues.Text(value) is not null,
    };

    private readonly record struct Slot(string Name, JsonElement Value, int Rank);
}
