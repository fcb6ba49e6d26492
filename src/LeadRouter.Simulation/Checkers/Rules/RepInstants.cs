using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>
/// A rep is offline when the grace after the last connection is over and not before, is paused after as many missed offers in a
/// row as the desk says, and after no fewer; places are asked about when their time is up.
/// </summary>
internal sealed class RepInstants(Verdict verdict, DesksInForce desks, JournalReader journal) : Checker(verdict)
{
    private static readonly TimeSpan Reserved = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Owned = TimeSpan.FromMinutes(10);

    /// <summary>Who has missed too many and has to be paused in the same turn.</summary>
    private RepId? _toPause;

    public override void Happened(RepHistory rep, RepEvent happened)
    {
        switch (happened)
        {
            case PlaceReserved e when e.Ticket != rep.LastTicket + 1 || e.VerifyAt != e.At + Reserved || rep.Free == 0:
                Violated($"{rep.Id} set place {e.Ticket} aside for {e.LeadId} at {e.At:O}, {rep.Free} free, to be asked about at {e.VerifyAt:O}; the last was {rep.LastTicket}");
                break;
            case HoldOwned e when e.VerifyAt != e.At + Owned:
                Violated($"place {e.Ticket} of {rep.Id}, owned at {e.At:O}, is asked about at {e.VerifyAt:O}");
                break;
            case RepDisconnected e:
                Grace(rep, e.At, e.GraceEndsAt, isLast: rep.Connections.Contains(e.Connection) && rep.Connections.Count == 1);
                break;
            case RepConnectionsReset e:
                Grace(rep, e.At, e.GraceEndsAt, isLast: true);
                break;
            case HoldEnded { Why: HoldEnd.Missed } when rep.Presence == Presence.Available && !desks.Any(desk => rep.MissedInRow + 1 < desk.Pause.MissedOffersInRow):
                _toPause = rep.Id;
                break;
            case PresenceChanged { By: null, Reason: { } reason } e:
                ByTheSystem(rep, e, reason);
                break;
        }
    }

    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        if (_toPause is not { } rep)
            return;
        _toPause = null;
        if (journal.Rep(rep)!.Presence == Presence.Available)
            Violated($"{rep} has missed {journal.Rep(rep)!.MissedInRow} offers in a row and was not paused");
    }

    private void Grace(RepHistory rep, DateTimeOffset at, DateTimeOffset? ends, bool isLast)
    {
        if (isLast && rep.Presence != Presence.Offline ? !desks.Any(desk => ends == at.AddSeconds(desk.Pause.PresenceGraceSeconds)) : ends is not null)
            Violated($"{rep.Id}, {rep.Presence} with {rep.Connections.Count} connections, lost one at {at:O}; the grace ends at {ends:O}");
    }

    private void ByTheSystem(RepHistory rep, PresenceChanged changed, string reason)
    {
        var isRight = reason switch
        {
            "connectionLost" => changed.Presence == Presence.Offline && rep.Connections.Count == 0 && rep.GraceEndsAt <= changed.At,
            "missedOffers" => changed.Presence == Presence.Break && rep.Presence == Presence.Available && desks.Any(desk => rep.MissedInRow >= desk.Pause.MissedOffersInRow),
            "deactivated" => changed.Presence == Presence.Offline && rep.Profile is { Active: false },
            _ => false,
        };
        if (!isRight)
            Violated($"{rep.Id}, {rep.Presence} with {rep.Connections.Count} connections, a grace until {rep.GraceEndsAt:O} and {rep.MissedInRow} missed in a row, is {changed.Presence} since {changed.At:O}: {reason}");
    }
}
