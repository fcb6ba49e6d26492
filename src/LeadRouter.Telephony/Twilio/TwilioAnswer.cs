namespace LeadRouter.Telephony.Twilio;

/// <summary>What is known after one request.</summary>
internal enum TwilioAnswerKind
{
    /// <summary>Twilio has the call.</summary>
    Accepted,
    /// <summary>Twilio read the order and refused it; sending it again would change nothing.</summary>
    Rejected,
    /// <summary>It is certain that Twilio has not taken the order; it may be sent again.</summary>
    NotTaken,
    /// <summary>The order left and nobody knows what became of it; it must not be sent again.</summary>
    Unknown,
}

/// <summary>The answer to one request.</summary>
/// <param name="CallSid">Of an accepted call.</param>
/// <param name="Reason">Of all others: a sentence without phone numbers.</param>
/// <param name="RetryAfter">How long Twilio asked us to wait.</param>
/// <param name="QueueTime">How long the accepted call will wait at Twilio.</param>
internal sealed record TwilioAnswer(TwilioAnswerKind Kind, string? CallSid = null, string? Reason = null, TimeSpan? RetryAfter = null, TimeSpan? QueueTime = null);
