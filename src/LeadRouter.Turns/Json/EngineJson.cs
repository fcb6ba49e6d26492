using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;

namespace LeadRouter.Turns.Json;

/// <summary>The one JSON form of states, events and messages: camelCase, enums and types by name, ids as text.</summary>
public static class EngineJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>UTF-8 JSON of a value as its declared type.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not the JSON of a <typeparamref name="T"/>.</exception>
    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"null is no {typeof(T).Name}.");

    /// <summary>An event's type in the journal: its record's name in camelCase, for example <c>leadReceived</c>.</summary>
    public static string EventType(Type happened) => TypeNames.GetOrAdd(happened, TypeName);

    /// <summary>An event of the journal as the record it was; null for a type that this version does not know.</summary>
    public static object? ReadEvent(string type, byte[] data) =>
        EventTypes.TryGetValue(type, out var record) ? JsonSerializer.Deserialize(data, record, Options) : null;

    private static string TypeName(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddDerivedTypes } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TextIdConverter<LeadId>());
        options.Converters.Add(new TextIdConverter<RepId>());
        options.Converters.Add(new TextIdConverter<OfferId>());
        options.Converters.Add(new TextIdConverter<AttemptId>());
        options.MakeReadOnly();
        return options;
    }

    private static void AddDerivedTypes(JsonTypeInfo info)
    {
        if (!Families.Contains(info.Type))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$type" };
        foreach (var type in info.Type.Assembly.GetTypes())
        {
            if (!type.IsAbstract && !type.IsGenericTypeDefinition && type.IsAssignableTo(info.Type))
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, TypeName(type)));
        }
    }

    private static readonly Dictionary<string, Type> EventTypes = typeof(LeadEvent).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && (type.IsAssignableTo(typeof(LeadEvent)) || type.IsAssignableTo(typeof(RepEvent)) || type.IsAssignableTo(typeof(ContactEvent))))
        .ToDictionary(TypeName);

    private static readonly ConcurrentDictionary<Type, string> TypeNames = [];

    private static readonly HashSet<Type> Families =
        [typeof(Message), typeof(LeadEvent), typeof(LeadCommand), typeof(RepEvent), typeof(RepCommand), typeof(ContactEvent), typeof(ContactCommand)];
}
