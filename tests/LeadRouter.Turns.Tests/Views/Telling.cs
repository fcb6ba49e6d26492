using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>
/// Drawn turns of some leads and reps, committed here or at another server; screens that come and go; and news of all that, by
/// the turns of this process, before the actor's next one, and by the journal, late, in pieces and twice.
/// </summary>
internal sealed class Telling : IDisposable
{
    private const int MostLeads = 12;
    private static readonly RepId[] Reps = [new("dana"), new("noam"), new("ruth")];

    private readonly Random _random;
    private readonly Story _story = new();
    private readonly Pictures _pictures = new();
    private readonly RepScreens _screens;
    private readonly ScreenLoads _loads;
    private readonly RepScreensFollower _follower;
    private readonly Dictionary<string, CommittedTurn> _local = [];
    private readonly Dictionary<string, RepId> _open = [];
    private readonly Dictionary<string, (Rep Rep, List<Lead> Leads)> _reading = [];
    private readonly HashSet<string> _greeted = [];
    private long _position;
    private int _connections;

    public Telling(int seed)
    {
        _random = new Random(seed);
        _screens = new RepScreens(_pictures);
        _loads = new ScreenLoads(_screens, _story.Store);
        _follower = new RepScreensFollower(_screens, _loads);
    }

    public void Dispose() => _loads.Dispose();

    /// <summary>Lets so many things happen, and then all that is late arrive.</summary>
    public async Task RunAsync(int steps)
    {
        foreach (var rep in Reps)
            await _story.NewRepAsync(rep);
        for (var i = 0; i < steps; i++)
            await StepAsync();
        foreach (var connection in _reading.Keys.ToList())
            Greet(connection);
        while (await FollowAsync(int.MaxValue))
        {
        }

        foreach (var actor in _local.Keys.ToList())
            Tell(actor);
        _screens.Refresh();
    }

    /// <summary>What a screen shows otherwise than the store has it.</summary>
    public IEnumerable<string> Mistakes()
    {
        foreach (var connection in _greeted)
        {
            var (picture, rep) = (_pictures[connection], _open[connection]);
            var leads = _story.LeadsOf(rep);
            foreach (var (what, shown, stored) in new (string, IEnumerable<string>, IEnumerable<string>)[]
            {
                ("offers", picture.Offers.Keys.Select(id => id.Value), leads.Where(lead => lead.Offer is not null).Select(lead => lead.Offer!.Id.Value)),
                ("leads", picture.Leads.Values.Select(lead => $"{lead.Id}@{lead.Sequence}"), leads.Where(lead => lead.Offer is null).Select(lead => $"{lead.Id}@{lead.Sequence}")),
                ("rep", [Words(picture.Rep!)], [Words(_story.Reps[rep])]),
            })
            {
                if (!shown.Order().SequenceEqual(stored.Order()))
                    yield return $"{connection}: {what} [{string.Join(' ', shown)}] instead of [{string.Join(' ', stored)}]";
            }
        }
    }

    /// <summary>Has the whole journal told again; gives what the screens were sent for it.</summary>
    public async Task<int> RepeatAsync()
    {
        _pictures.Pushes.Clear();
        _position = 0;
        await FollowAsync(int.MaxValue);
        _screens.Refresh();
        return _pictures.Pushes.Count;
    }

    private static string Words(Rep rep) => $"{rep.Presence} {rep.Profile.Capacity} {rep.Holds.Count} {rep.MissedInRow}";

    private async Task StepAsync()
    {
        switch (_random.Next(12))
        {
            case 0 when _open.Count < 6:
                var connection = $"c{++_connections}";
                _open[connection] = Reps[_random.Next(Reps.Length)];
                _screens.Open(_open[connection], connection);
                break;
            case 1 when _open.Keys.Except(_greeted).Except(_reading.Keys).FirstOrDefault() is { } waits:
                _reading[waits] = (_story.Reps[_open[waits]], _story.LeadsOf(_open[waits]));
                break;
            case 2 when _reading.Keys.FirstOrDefault() is { } read:
                Greet(read);
                break;
            case 3 when _open.Count > 3:
                Close(_open.Keys.ElementAt(_random.Next(_open.Count)));
                break;
            case 4:
                // No page is taken while a screen is being loaded.
                if (_reading.Count == 0)
                    await FollowAsync(_random.Next(1, 12));
                break;
            case 5 or 6 when _local.Count > 0:
                Tell(_local.Keys.ElementAt(_random.Next(_local.Count)));
                break;
            case 7:
                _screens.Refresh();
                break;
            case 8:
                var rep = Reps[_random.Next(Reps.Length)];
                await HappensAsync(rep, Next(_story.Reps[rep]));
                break;
            default:
                var lead = await SomeLeadAsync();
                await HappensAsync(lead, Next(_story.Leads[lead]));
                break;
        }
    }

    private void Greet(string connection)
    {
        var (rep, leads) = _reading[connection];
        _reading.Remove(connection);
        _screens.Greet(rep.Id, connection, rep, leads);
        _greeted.Add(connection);
    }

    private void Close(string connection)
    {
        _screens.Close(_open[connection], connection);
        _open.Remove(connection);
        _reading.Remove(connection);
        _greeted.Remove(connection);
    }

    private Task HappensAsync(RepId rep, params RepEvent[] events)
    {
        Tell(rep.Value);
        return HappenedAsync(_story.RepAsync(rep, events));
    }

    private Task HappensAsync(LeadId lead, params LeadEvent[] events)
    {
        Tell(lead.Value);
        return HappenedAsync(_story.LeadAsync(lead, events));
    }

    /// <summary>A turn of this process is told some time before its actor's next one; one of another server only by the journal.</summary>
    private async Task HappenedAsync(Task<CommittedTurn> turn)
    {
        var committed = await turn;
        if (_random.Next(2) == 0)
            _local[committed.Id.Key] = committed;
    }

    private void Tell(string actor)
    {
        if (_local.Remove(actor, out var turn))
            _screens.Committed(turn);
    }

    private async Task<bool> FollowAsync(int limit)
    {
        var page = await _story.Store.ReadJournalAsync(_position, DateTimeOffset.MinValue, limit, default);
        if (page.Count == 0)
            return false;
        await _follower.TakeAsync(page, default);
        // Now and then the follower is interrupted, and the same page comes again.
        if (_random.Next(5) > 0)
            _position = page[^1].Position;
        return true;
    }

    private async Task<LeadId> SomeLeadAsync()
    {
        var open = _story.Leads.Values.Where(lead => !lead.IsClosed).ToList();
        return open.Count == 0 || (open.Count < MostLeads && _random.Next(4) == 0) ? await _story.NewLeadAsync() : open[_random.Next(open.Count)].Id;
    }

    private RepEvent Next(Rep rep) => _random.Next(4) switch
    {
        0 => new PresenceChanged(_random.Next(2) == 0 ? Presence.Available : Presence.Break, null, null),
        1 => new RepProfileChanged(rep.Profile with { Capacity = _random.Next(1, 5) }),
        2 when rep.Holds is [{ } first, ..] => new HoldEnded(first.Lead, first.Ticket, HoldEnd.Missed),
        _ => new PlaceReserved(new LeadId($"held-{rep.LastTicket + 1}"), rep.LastTicket + 1, Story.Start),
    };

    private LeadEvent[] Next(Lead lead) => lead switch
    {
        { Offer: not null } => _random.Next(6) switch
        {
            0 => [new SlaWarned("sales", Story.Start)],
            1 => [_story.Ended(lead.Id, OfferEnd.Withdrawn), _story.Closed(lead.Id, LeadStatus.Withdrawn)],
            2 => [_story.Ended(lead.Id, (OfferEnd)_random.Next(3)), Story.Queued()],
            _ => [_story.Accepted(lead.Id)],
        },
        { Owner: null } => [_story.Offered(Reps[_random.Next(Reps.Length)])],
        { OwnerTicket: null } => _random.Next(3) switch
        {
            0 => [Story.Queued()],
            1 => [_story.CallbackDue(lead.Id)],
            _ => [_story.Called(lead.Id)],
        },
        _ => _random.Next(7) switch
        {
            0 => [_story.Reminded(lead.Id)],
            1 => [new LeadTakenBack(lead.Owner.Value, lead.Next!.Kind), Story.Queued()],
            2 => [new LeadReassigned("boss", null, "sales"), Story.Queued()],
            3 => [_story.Closed(lead.Id, LeadStatus.Won)],
            4 => [new RetryScheduled(Story.Start.AddHours(1), 1)],
            _ => [_story.Called(lead.Id)],
        },
    };
}
