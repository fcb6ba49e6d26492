using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadRouter.Contracts;

/// <summary>An amount of money. JSON: <c>{"amount": 1200, "currency": "ILS"}</c>; a bare number is read in the centre's currency.</summary>
/// <param name="Amount">In the currency's main unit, 0 or more.</param>
/// <param name="Currency">ISO 4217 code; null means the centre's currency.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
public sealed record MoneyDto(decimal Amount, string? Currency);

/// <summary>Reads an object or a bare number, writes the object.</summary>
public sealed class MoneyJsonConverter : JsonConverter<MoneyDto>
{
    public override MoneyDto? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return new MoneyDto(reader.GetDecimal(), null);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Money is {\"amount\": 1200, \"currency\": \"ILS\"} or a number.");
        decimal? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (string.Equals(name, "amount", StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.Number)
                amount = reader.GetDecimal();
            else if (string.Equals(name, "currency", StringComparison.OrdinalIgnoreCase) && reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
                currency = reader.GetString();
            else
                reader.Skip();
        }
        return new MoneyDto(amount ?? throw new JsonException("Money needs a number 'amount'."), currency);
    }

    public override void Write(Utf8JsonWriter writer, MoneyDto value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Amount);
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }
}
