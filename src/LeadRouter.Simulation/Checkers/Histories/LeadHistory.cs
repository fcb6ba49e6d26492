namespace LeadRouter.Simulation.Checkers.Histories;

/// <summary>
/// What the journal tells of a lead, by the checkers' own reading of it: written from the words of the events and not from the
/// engine's, so that the two have to agree.
/// </summary>
internal sealed class LeadHistory(LeadId id)
{
    private readonly List<Pass> _passes = [];
    private readonly List<AttemptHistory> _attempts = [];

    public LeadId Id => id;

    public LeadPost? Post { get; private set; }

    public string Queue { get; private set; } = "";

    public int Priority { get; private set; }

    public LeadStatus Status { get; private set; }

    public long Sequence { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset DueSince { get; private set; }

    public SlaPromise Sla { get; private set; }

    /// <summary>The offer that rings.</summary>
    public LeadOffered? Offer { get; private set; }

    public RepId? Owner { get; private set; }

    /// <summary>The owner's hold; null while it is scheduled for later.</summary>
    public long? Ticket { get; private set; }

    public Preference? Preferred { get; private set; }

    public IReadOnlyList<Pass> Passes => _passes;

    public IReadOnlyList<AttemptHistory> Attempts => _attempts;

    /// <summary>What it does next by itself, the SLA and the offer's end aside.</summary>
    public Deadline? Next { get; private set; }

    public int Reminders { get; private set; }

    /// <summary>Attempts without an answer since the last that had one.</summary>
    public int Unanswered { get; private set; }

    public DateTimeOffset? FirstAttemptAt { get; private set; }

    public DateTimeOffset? FirstContactAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The last word of a rep on what came of it.</summary>
    public DispositionSet? Said { get; private set; }

    /// <summary>When, in the time of the world, it last came to wait in its queue.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    /// <summary>When, in the time of the world, anything last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>The attempt of that id, or null.</summary>
    public AttemptHistory? Attempt(AttemptId attempt) => _attempts.Find(known => known.Id == attempt);

    /// <summary>Whether its owner is on this call, or has to say what came of it.</summary>
    public bool IsOn(AttemptHistory attempt) => _attempts[^1] == attempt && Owner == attempt.Rep && Ticket is not null && Status is LeadStatus.Attempting or LeadStatus.Reached;

    public void Take(LeadEvent happened, DateTimeOffset worldTime)
    {
        Sequence++;
        ChangedAt = worldTime;
        switch (happened)
        {
            case LeadReceived e:
                (Post, Queue, Priority, Status) = (e.Post, e.Post.Queue, e.Priority, LeadStatus.Received);
                ReceivedAt = DueSince = e.At;
                Sla = new SlaPromise(e.Sla.WarnAt, e.Sla.TargetAt, false, false);
                break;
            case LeadQueued e:
                (Status, Queue, DueSince, Preferred, WaitsSince) = (LeadStatus.Waiting, e.Queue, e.DueSince, e.Preferred, worldTime);
                LetGo();
                break;
            case LeadOffered e:
                (Status, Offer) = (LeadStatus.Offered, e);
                break;
            case OfferAccepted e:
                (Status, Owner, Ticket, Next) = (LeadStatus.Owned, e.RepId, Offer?.Ticket, e.Next);
                (Offer, Preferred, Reminders) = (null, null, 0);
                _passes.Clear();
                break;
            case OfferEnded e:
                Offer = null;
                Pass(e);
                break;
            case LeadTakenBack:
                (Owner, Ticket, Next) = (null, null, null);
                break;
            case LeadReassigned e:
                Queue = e.Queue;
                _passes.Clear();
                LetGo();
                break;
            case LeadRepeated e:
                Priority = e.Priority;
                break;
            case SlaWarned:
                Sla = Sla with { Warned = true };
                break;
            case SlaBreached:
                Sla = Sla with { Warned = true, Breached = true };
                break;
            case ReminderSent e:
                (Reminders, Next) = (e.Number, new Deadline(e.Kind, e.NextAt));
                break;
            case ReminderSnoozed e:
                Next = e.Next;
                break;
            case LeadClosed e:
                (Status, ClosedAt, Offer, Ticket, Next, Preferred) = (e.Status, e.At, null, null, null, null);
                _passes.Clear();
                break;
            default:
                TakeCall(happened);
                break;
        }
    }

    private void TakeCall(LeadEvent happened)
    {
        switch (happened)
        {
            case CallRequested e:
                _attempts.Add(new AttemptHistory(e.AttemptId, e.RepId, e.Manual, e.At, ChangedAt));
                (Status, Ticket, Next, Reminders) = (LeadStatus.Attempting, e.Ticket, e.Next, 0);
                break;
            case AttemptStarted e:
                FirstAttemptAt ??= e.At;
                Attempt(e.AttemptId)!.StartedAt ??= e.At;
                break;
            case ContactMade e:
                FirstContactAt ??= e.At;
                Attempt(e.AttemptId)!.AnsweredAt ??= e.At;
                if (e.Next is not null)
                    (Status, Next, Unanswered) = (LeadStatus.Reached, e.Next, 0);
                break;
            case AttemptEnded e:
                Attempt(e.AttemptId)!.End = e.Result;
                if (e.Next is { } next)
                    (Status, Next, Reminders) = (next.Kind == DeadlineKind.AttemptBy ? LeadStatus.Owned : LeadStatus.Reached, next, 0);
                break;
            case DispositionSet e:
                Said = e;
                break;
            case RetryScheduled e:
                (Status, Unanswered, Ticket, Reminders, Next) = (LeadStatus.Attempting, Unanswered + 1, null, 0, new Deadline(DeadlineKind.NextAttempt, e.NextAttemptAt));
                break;
            case CallbackScheduled e:
                (Status, Unanswered, Ticket, Reminders, Next) = (LeadStatus.Callback, 0, null, 0, new Deadline(DeadlineKind.Callback, e.CallbackAt));
                break;
        }
    }

    private void LetGo() => (Offer, Owner, Ticket, Next, Reminders) = (null, null, null, null, 0);

    private void Pass(OfferEnded ended)
    {
        if (ended.Pass is not { } added)
            return;
        _passes.RemoveAll(pass => pass.Rep == added.Rep || pass.Until <= ended.At);
        _passes.Add(added);
    }
}

/// <summary>The promise on the first attempt, and what was done about it.</summary>
internal readonly record struct SlaPromise(DateTimeOffset WarnAt, DateTimeOffset TargetAt, bool Warned, bool Breached);

/// <summary>A call, as the journal tells of it.</summary>
internal sealed class AttemptHistory(AttemptId id, RepId rep, bool manual, DateTimeOffset requestedAt, DateTimeOffset writtenAt)
{
    public AttemptId Id => id;

    public RepId Rep => rep;

    public bool IsManual => manual;

    public DateTimeOffset RequestedAt => requestedAt;

    /// <summary>The earliest instant that may be told of it, as the server's clock may have been put back since.</summary>
    public DateTimeOffset Earliest(ServerClock clock) => clock.LowestSince(writtenAt) is var lowest && lowest < requestedAt ? lowest : requestedAt;

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public AttemptEnd? End { get; set; }
}
