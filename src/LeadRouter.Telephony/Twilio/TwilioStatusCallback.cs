using System.Globalization;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Reads Twilio's status callbacks. It keeps no state: whether a report moves a leg on is for <see cref="CallStatusOrder"/>.</summary>
internal static class TwilioStatusCallback
{
    private static readonly string[] Rfc2822 =
    [
        "ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'",
    ];

    /// <summary>The report in a callback, or null when it has none that can be understood.</summary>
    /// <param name="fields">The body's fields by name.</param>
    /// <param name="receivedAt">Stands in for a time that Twilio did not give.</param>
    public static CarrierReport? Read(LeadId lead, AttemptId attempt, CallLeg leg, IReadOnlyDictionary<string, string> fields, DateTimeOffset receivedAt)
    {
        var answeredBy = Field(fields, "AnsweredBy");
        // The callback of a <Dial> speaks of two legs: CallStatus is the rep's and DialCallStatus is the lead's.
        var dialled = leg == CallLeg.Lead ? Field(fields, "DialCallStatus") : null;
        var status = Status(dialled ?? Field(fields, "CallStatus"));
        // The verdict of machine detection comes on its own, without a status: somebody or something has answered.
        if (status is null && Field(fields, "CallStatus") is null && dialled is null && answeredBy is not null)
            status = CallStatus.Answered;
        if (status is not { } known)
            return null;
        var callId = dialled is null ? Field(fields, "CallSid") : Field(fields, "DialCallSid");
        return new CarrierReport(lead, attempt, leg, known, Instant(Field(fields, "Timestamp")) ?? receivedAt, callId, IsMachine(answeredBy));
    }

    /// <summary>Twilio's word for a status, or null for an unknown one.</summary>
    public static CallStatus? Status(string? word) => word switch
    {
        "queued" => CallStatus.Queued,
        "initiated" => CallStatus.Initiated,
        "ringing" => CallStatus.Ringing,
        "in-progress" or "answered" => CallStatus.Answered,
        "completed" => CallStatus.Completed,
        "busy" => CallStatus.Busy,
        "no-answer" => CallStatus.NoAnswer,
        "failed" => CallStatus.Failed,
        "canceled" => CallStatus.Canceled,
        _ => null,
    };

    /// <summary>An RFC 2822 date, or null.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(text, Rfc2822, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    // machine_start, machine_end_beep, machine_end_silence, machine_end_other; human and unknown are taken for people.
    private static bool IsMachine(string? answeredBy) =>
        answeredBy is "fax" || (answeredBy?.StartsWith("machine", StringComparison.Ordinal) ?? false);

    private static string? Field(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
