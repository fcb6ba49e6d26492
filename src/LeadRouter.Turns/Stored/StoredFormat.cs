using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LeadRouter.Turns.Stored;

/// <summary>
/// JSON with names and versions: camelCase, enums by name, ids as text. A type from version 2 on begins with its version as
/// <c>$v</c>; a kind of a family carries it in its <c>$type</c>, because a serialiser takes no other <c>$</c> beside that.
/// A member that the JSON has and the type does not know is refused: it would be lost with the next write.
/// </summary>
public sealed class StoredFormat
{
    private const string VersionProperty = "$v";
    private const string TypeProperty = "$type";

    private readonly FrozenDictionary<Type, StoredType> _byType;
    private readonly FrozenDictionary<string, StoredType> _byName;
    private readonly IReadOnlyDictionary<(string Name, int From), Action<JsonObject>> _upcasters;
    private readonly FrozenSet<Type> _families;
    private readonly JsonSerializerOptions _read;
    private readonly JsonSerializerOptions _withoutPersonal;
    private readonly JsonSerializerOptions _personalOnly;

    /// <summary>The format of some stored types.</summary>
    /// <param name="types">Every one that is written or read as itself; what stands inside one needs no name.</param>
    /// <param name="families">Abstract types whose kinds are told apart by a discriminator.</param>
    /// <param name="upcasters">By name and the version they begin at: make the next version's JSON of it.</param>
    public StoredFormat(IReadOnlyList<StoredType> types, IReadOnlyList<Type> families, IReadOnlyDictionary<(string Name, int From), Action<JsonObject>> upcasters)
    {
        _byType = types.ToFrozenDictionary(stored => stored.Type);
        _byName = types.ToFrozenDictionary(stored => stored.Name);
        _families = families.ToFrozenSet();
        _upcasters = upcasters;
        Types = types;
        Options = Create(AddDerivedTypes);
        Strict = Refusing(Options);
        Written = Create(AddDerivedTypes, AddVersion);
        _read = Refusing(Written);
        _withoutPersonal = Create(AddDerivedTypes, AddVersion, PersonalMembers.LeaveOut);
        _personalOnly = Create(AddDerivedTypes, PersonalMembers.KeepOnly);
    }

    /// <summary>Every stored type of this format.</summary>
    public IReadOnlyList<StoredType> Types { get; }

    /// <summary>For the same JSON elsewhere, such as an answer's body; read-only, without versions, and lenient: members that a type does not know are passed over.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>The same for what is sent to be kept; read-only, and refuses members that a type does not know.</summary>
    public JsonSerializerOptions Strict { get; }

    /// <summary>For what is written down: with versions.</summary>
    internal JsonSerializerOptions Written { get; }

    internal string Name(Type type) => _byType[type].Name;

    /// <summary>UTF-8 JSON of a value as its declared type, in the type's current version.</summary>
    public byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Written);

    /// <summary>Reads what <see cref="Write"/> wrote, in this version or an older one.</summary>
    /// <exception cref="JsonException">It is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="StoredFormatException">Its type is unknown, or its version newer than this program.</exception>
    public T Read<T>(byte[] json) => (T)(_families.Contains(typeof(T)) ? ReadKind(typeof(T), json)
        : _byType.TryGetValue(typeof(T), out var stored) ? Read(stored, json)
        : Value(JsonSerializer.Deserialize<T>(json, _read), typeof(T).Name));

    internal EventWrite WriteEvent(long sequence, RecordedEvent recorded)
    {
        var type = recorded.Data.GetType();
        if (!PersonalMembers.Has(type))
            return new EventWrite(sequence, recorded.At, Name(type), JsonSerializer.SerializeToUtf8Bytes(recorded.Data, type, Written));
        var personal = JsonSerializer.SerializeToUtf8Bytes(recorded.Data, type, _personalOnly);
        return new EventWrite(sequence, recorded.At, Name(type), JsonSerializer.SerializeToUtf8Bytes(recorded.Data, type, _withoutPersonal), personal is [_, _] ? null : personal);
    }

    internal object ReadEvent(StoredEvent happened)
    {
        if (!_byName.TryGetValue(happened.Type, out var stored))
            throw StoredFormatException.Unknown(happened.Type);
        if (happened.Personal is not { } personal)
            return Read(stored, happened.Data);
        var whole = PersonalMembers.Merge(happened.Data, personal);
        whole.Remove(TypeProperty);
        Upcast(whole, stored, whole[VersionProperty]?.GetValue<int>() ?? 1);
        return Value(whole.Deserialize(stored.Type, _read), stored.Name);
    }

    private object Read(StoredType stored, byte[] json)
    {
        var version = Version(json);
        if (version == stored.Version)
            return Value(JsonSerializer.Deserialize(json, stored.Type, _read), stored.Name);
        var old = PersonalMembers.Parse(json);
        old.Remove(TypeProperty);
        Upcast(old, stored, Math.Max(version, 1));
        return Value(old.Deserialize(stored.Type, _read), stored.Name);
    }

    /// <summary>
    /// A look at the first property: nothing is parsed for a version that is the present one. 0: version 1 as it was when events
    /// were written as kinds of a family.
    /// </summary>
    private static int Version(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return 1;
        if (reader.ValueTextEquals(TypeProperty))
            return 0;
        return reader.ValueTextEquals(VersionProperty) && reader.Read() ? reader.GetInt32() : 1;
    }

    /// <summary>The serialiser knows the discriminators of today; only what it refuses is looked at more closely.</summary>
    private object ReadKind(Type family, byte[] json)
    {
        try
        {
            return Value(JsonSerializer.Deserialize(json, family, _read), family.Name);
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            var old = PersonalMembers.Parse(json);
            if (!UpcastKinds(old))
                throw;
            return Value(old.Deserialize(family, _read), family.Name);
        }
    }

    /// <summary>Brings every kind in the JSON, at any depth, to its present version; false when all were.</summary>
    private bool UpcastKinds(JsonNode? node)
    {
        var changed = false;
        if (node is JsonObject kind && kind[TypeProperty]?.GetValue<string>() is { } discriminator)
        {
            var (name, version) = StoredType.Parse(discriminator);
            if (!_byName.TryGetValue(name, out var stored))
                throw StoredFormatException.Unknown(name);
            changed = version != stored.Version;
            Upcast(kind, stored, version);
            kind[TypeProperty] = stored.Discriminator;
        }

        var inner = node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
        return inner.ToList().Aggregate(changed, (any, value) => UpcastKinds(value) || any);
    }

    private void Upcast(JsonObject json, StoredType stored, int version)
    {
        if (version > stored.Version)
            throw StoredFormatException.Newer(stored.Name, version, stored.Version);
        for (; version < stored.Version; version++)
        {
            if (!_upcasters.TryGetValue((stored.Name, version), out var step))
                throw new StoredFormatException($"There is no way from version {version} of '{stored.Name}' to version {version + 1}.");
            step(json);
        }

        json.Remove(VersionProperty);
    }

    private static object Value(object? value, string name) => value ?? throw new JsonException($"null is no {name}.");

    private void AddDerivedTypes(JsonTypeInfo info)
    {
        if (!_families.Contains(info.Type))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = TypeProperty };
        foreach (var stored in _byType.Values.Where(stored => stored.Type.IsAssignableTo(info.Type)))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(stored.Type, stored.Discriminator));
    }

    private void AddVersion(JsonTypeInfo info)
    {
        if (!_byType.TryGetValue(info.Type, out var stored) || stored.Version == 1 || (info.Type.BaseType is { } parent && IsCommandOrMessage(parent)))
            return;
        var version = info.CreateJsonPropertyInfo(typeof(int), VersionProperty);
        version.Get = _ => stored.Version;
        version.Order = int.MinValue;
        info.Properties.Add(version);
    }

    /// <summary>Events are a family too, but the journal stores them by their name, as the record they are.</summary>
    private bool IsCommandOrMessage(Type parent) => _families.Any(parent.IsAssignableTo) && !parent.Name.EndsWith("Event", StringComparison.Ordinal);

    private static JsonSerializerOptions Refusing(JsonSerializerOptions lenient)
    {
        var options = new JsonSerializerOptions(lenient) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Create(params Action<JsonTypeInfo>[] modifiers)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        foreach (var modifier in modifiers)
            resolver.Modifiers.Add(modifier);
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TextIdConverter<LeadId>());
        options.Converters.Add(new TextIdConverter<RepId>());
        options.Converters.Add(new TextIdConverter<OfferId>());
        options.Converters.Add(new TextIdConverter<AttemptId>());
        options.Converters.Add(new TextIdConverter<Phone>());
        options.MakeReadOnly();
        return options;
    }
}
