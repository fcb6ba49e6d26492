using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>What became of a request at the intake.</summary>
public enum IntakeOutcome
{
    /// <summary>Taken; the lead is durable.</summary>
    Accepted,
    /// <summary>Seen before: the first answer was given again.</summary>
    Replayed,
    /// <summary>The body does not say what it must.</summary>
    Invalid,
    /// <summary>No key or signature, or a wrong one.</summary>
    Unauthorized,
    /// <summary>Above the size limit.</summary>
    TooLarge,
    /// <summary>A content type we do not read.</summary>
    UnsupportedMediaType,
    /// <summary>Too many requests: try again later.</summary>
    Overloaded,
    /// <summary>It could not be made durable.</summary>
    Unavailable,
    /// <summary>The idempotency key is in use or was used for another body.</summary>
    Conflict,
    /// <summary>Understood, and by design not routed: a channel's test lead or event that carries no lead.</summary>
    Ignored,
}

/// <summary>Requests at the intake.</summary>
public sealed class IntakeMetrics
{
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _seconds;

    internal IntakeMetrics(Meter meter)
    {
        _requests = meter.Count("leadrouter_intake_requests_total", "Requests at the intake, by what became of them.");
        _seconds = meter.Seconds("leadrouter_intake_seconds", "Time to answer a request at the intake.", Buckets.Latency);
        foreach (var outcome in Enum.GetValues<IntakeOutcome>())
            _requests.Add(0, Label.Outcome(Name(outcome)));
    }

    /// <summary>A request was answered.</summary>
    public void Answered(IntakeOutcome outcome, TimeSpan elapsed)
    {
        _requests.Add(1, Label.Outcome(Name(outcome)));
        _seconds.Record(elapsed.NotNegativeSeconds());
    }

    private static string Name(IntakeOutcome outcome) => outcome switch
    {
        IntakeOutcome.Accepted => "accepted",
        IntakeOutcome.Replayed => "replayed",
        IntakeOutcome.Invalid => "invalid",
        IntakeOutcome.Unauthorized => "unauthorized",
        IntakeOutcome.TooLarge => "too_large",
        IntakeOutcome.UnsupportedMediaType => "unsupported_media_type",
        IntakeOutcome.Overloaded => "overloaded",
        IntakeOutcome.Unavailable => "unavailable",
        IntakeOutcome.Conflict => "conflict",
        IntakeOutcome.Ignored => "ignored",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
