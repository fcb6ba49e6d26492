using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LeadRouter.Intake;

/// <summary>The fields of a form in no promised order, or why the form cannot be read.</summary>
internal readonly record struct FormReading(IReadOnlyList<KeyValuePair<string, string>>? Fields, Refusal? Refusal);

/// <summary>Takes a form body apart.</summary>
internal static class FormFields
{
    private const int MaxFields = 500;
    private const int MaxBoundaryLength = 70;
    private const string NotAForm = "The body is not the form that its Content-Type says, or has more than 500 fields.";

    public static FormReading ReadUrlEncoded(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span))
            {
                ValueCountLimit = MaxFields,
                KeyLengthLimit = LeadPostReader.MaxBodyBytes,
                ValueLengthLimit = LeadPostReader.MaxBodyBytes,
            };
            return new([.. reader.ReadForm().SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))], null);
        }
        catch (InvalidDataException)
        {
            return new(null, IntakeRefusals.Malformed(NotAForm));
        }
    }

    public static async ValueTask<FormReading> ReadMultipartAsync(MediaTypeHeaderValue type, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > MaxBoundaryLength)
            return new(null, IntakeRefusals.Malformed("A multipart/form-data body needs the boundary of 1 to 70 characters in its Content-Type."));
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            return await ReadSectionsAsync(new MultipartReader(boundary.ToString(), stream), cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return new(null, IntakeRefusals.Malformed(NotAForm));
        }
    }

    private static async ValueTask<FormReading> ReadSectionsAsync(MultipartReader reader, CancellationToken cancel)
    {
        var fields = new List<KeyValuePair<string, string>>();
        while (await reader.ReadNextSectionAsync(cancel).ConfigureAwait(false) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || string.IsNullOrEmpty(disposition.Name.Value))
                return new(null, IntakeRefusals.Malformed("Every part of the form needs a Content-Disposition of form-data with a name."));
            if (disposition.IsFileDisposition())
                return new(null, IntakeRefusals.Malformed("Files are not taken with a lead; send fields only."));
            if (fields.Count == MaxFields) return new(null, IntakeRefusals.Malformed(NotAForm));
            using var text = new StreamReader(section.Body, Encoding.UTF8);
            fields.Add(KeyValuePair.Create(
                HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), await text.ReadToEndAsync(cancel).ConfigureAwait(false)));
        }
        return new(fields, null);
    }
}
