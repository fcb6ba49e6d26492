namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// Every instant at which a lead, a rep or a receipt has to act by itself, by what is stored of it and not by what the
/// actor says is due: a second after the server's clock has shown it, it is not there any more; five seconds after
/// trouble.
/// </summary>
internal sealed class Deadlines(Verdict verdict, Agenda agenda, ServerClock clock, Machine machine) : Checker(verdict)
{
    private static readonly TimeSpan WhenUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private readonly Dictionary<ActorId, Watched> _watched = [];
    private SendOrPostCallback? _look;

    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        var due = state switch
        {
            Lead lead => Earliest(lead),
            Rep rep => Earliest(rep),
            null => null,
            _ => dueAt,
        };
        if (due is not { } instant)
        {
            if (_watched.TryGetValue(id, out var gone))
                gone.Due = null;
            // The look that is under way takes it out.
            if (gone is { LooksAt: null })
                _watched.Remove(id);
            return;
        }

        if (!_watched.TryGetValue(id, out var watched))
            _watched.Add(id, watched = new Watched(id));
        if (watched.Due == instant)
            return;
        (watched.Due, watched.Since) = (instant, agenda.Now);
        Arm(watched);
    }

    public override void End(FinalView view)
    {
        foreach (var (id, watched) in _watched)
        {
            if (watched.Due < view.Now - AfterTrouble)
                Violated($"a deadline of {id} was due at {watched.Due:O} and has not fired");
        }
    }

    private static DateTimeOffset? Earliest(Lead lead)
    {
        if (lead.IsClosed)
            return null;
        var due = Earlier(lead.Offer?.ExpiresAt, lead.Next?.At);
        if (lead.Sla is not { Breached: false } sla || lead.FirstAttemptAt is not null)
            return due;
        return Earlier(due, sla.Warned ? sla.TargetAt : Earlier(sla.WarnAt, sla.TargetAt));
    }

    private static DateTimeOffset? Earliest(Rep rep)
    {
        var due = rep.GraceEndsAt;
        foreach (var hold in rep.Holds)
            due = Earlier(due, hold.VerifyAt);
        return due;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    /// <summary>Has a look when the time is up; one that comes too early looks again.</summary>
    private void Arm(Watched watched)
    {
        var limit = agenda.Now + Rest(watched);
        if (watched.LooksAt is { } known && known <= limit)
            return;
        watched.LooksAt = limit;
        agenda.At(limit, _look ??= watched => Look((Watched)watched!), watched);
    }

    private void Look(Watched watched)
    {
        // It was put off, or brought forward.
        if (watched.LooksAt != agenda.Now)
            return;
        watched.LooksAt = null;
        if (watched.Due is not { } due)
        {
            _watched.Remove(watched.Id);
            return;
        }

        if (Rest(watched) > TimeSpan.Zero)
            Arm(watched);
        else
            Violated($"a deadline of {watched.Id} was due at {due:O} and has not fired at {clock.Now:O}; in order since {machine.FineSince:O}");
    }

    private TimeSpan Rest(Watched watched)
    {
        var byClock = clock.Until(watched.Due!.Value + WhenUp);
        var sinceStored = watched.Since + WhenUp - agenda.Now;
        var calm = machine.FineSince is { } since ? since + AfterTrouble - agenda.Now : WhenUp;
        var longest = byClock > sinceStored ? byClock : sinceStored;
        return longest > calm ? longest : calm;
    }

    private sealed class Watched(ActorId id)
    {
        public ActorId Id => id;

        public DateTimeOffset? Due { get; set; }

        /// <summary>Since when this deadline has been stored.</summary>
        public DateTimeOffset Since { get; set; }

        public DateTimeOffset? LooksAt { get; set; }
    }
}
