namespace LeadRouter.Simulation.World;

/// <summary>Moves and withdraws leads, and changes the desk and the reps' profiles in the middle of the day.</summary>
internal sealed class Supervisor(Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, EventLog log, People people, Floor floor, Roster roster, DeskDocument desk, Night night)
{
    private static readonly string[] Tongues = ["he", "en", "ru"];
    private static readonly string[] Queues = [DeskDraws.Sales, DeskDraws.Vip, DeskDraws.Extra];

    /// <summary>The changes of each rep that are asked for: one after the other, as two on their way at once may arrive the other way round.</summary>
    private readonly Dictionary<RepId, Queue<RepProfile>> _asked = [];
    private bool _healed;

    public void Start(Habits habits)
    {
        Often(MoveLead, draw.Between(120, 2400));
        Often(ChangeRep, habits.ProfileChangesEverySeconds);
        Often(() => PutDesk(DeskDraws.Next(desk.Current.Desk, draw)), habits.DeskChangesEverySeconds);
    }

    /// <summary>Sees to it that every lead can be taken: a calm desk, all reps active, and two of them for everything.</summary>
    public void Heal()
    {
        _healed = true;
        PutDesk(DeskDraws.Calm(desk.Current.Desk));
        foreach (var (rep, number) in floor.Reps.Select((rep, number) => (rep, number)))
        {
            var profile = roster.Profiles[rep.Id] with { Active = true };
            Change(rep, number < 2 ? profile with { Queues = [.. desk.Current.Desk.Queues.Select(queue => queue.Id)], Languages = [] } : profile);
        }
    }

    private void Often(Action what, double meanSeconds)
    {
        if (meanSeconds <= 0)
            return;
        agenda.After(draw.Exponential(meanSeconds), () =>
        {
            if (_healed)
                return;
            if (!night.IsNow)
                what();
            Often(what, meanSeconds);
        });
    }

    private void MoveLead()
    {
        if (people.Any() is not { } lead)
            return;
        LeadCommand command = draw.Chance(0.35) ? new WithdrawLead("supervisor", "asked to be left alone")
            : draw.Chance(0.5) ? new ReassignLead("supervisor", draw.OneOf(floor.Reps).Id, null)
            : new ReassignLead("supervisor", null, draw.OneOf(Queues));
        sightings.Each(checker => checker.Wished(lead, command));
        gateway.Call(server => server.LeadAsync(lead, command), reply => sightings.Each(checker => checker.Moved(lead, reply.Refusal is null)), (heard, _) =>
        {
            if (heard != Heard.Answer)
                sightings.Each(checker => checker.Moved(lead, null));
        });
    }

    private void ChangeRep()
    {
        var rep = draw.OneOf(floor.Reps);
        var profile = roster.Profiles[rep.Id];
        Change(rep, draw.Whole(0, 9) switch
        {
            <= 3 => profile with { Capacity = draw.Whole(1, 4) },
            4 => profile with { Queues = draw.Chance(0.5) ? [DeskDraws.Sales] : [DeskDraws.Sales, DeskDraws.Vip, DeskDraws.Extra] },
            5 => profile with { Languages = [.. Tongues.Where(_ => draw.Chance(0.5))] },
            6 => profile with { Skills = new Dictionary<string, int> { ["loans"] = draw.Whole(1, 6) } },
            _ => profile with { Active = !profile.Active },
        });
    }

    /// <summary>Asks until it is answered: before that nobody knows which profile is in force.</summary>
    private void Change(RepPerson rep, RepProfile profile)
    {
        log.Note("profile", rep.Id.Value, profile.ToString());
        roster.Ask(rep.Id);
        if (!_asked.TryGetValue(rep.Id, out var asked))
            _asked.Add(rep.Id, asked = new Queue<RepProfile>());
        asked.Enqueue(profile);
        if (asked.Count == 1)
            Send(rep, asked);
    }

    private void Send(RepPerson rep, Queue<RepProfile> asked)
    {
        var sentAt = agenda.Now;
        var change = new ChangeRepProfile(asked.Peek());
        gateway.Call(server => server.RepAsync(rep.Id, change),
            reply =>
            {
                if (reply.Refusal is null)
                    sightings.Each(checker => checker.Granted(rep.Id, change, sentAt));
            },
            (heard, reply) => Answered(rep, asked, heard, reply));
    }

    private void Answered(RepPerson rep, Queue<RepProfile> asked, Heard heard, RepReply? reply)
    {
        if (heard != Heard.Answer)
        {
            agenda.After(draw.Seconds(1, 10), () => Send(rep, asked));
            return;
        }

        // Who has never been at the desk is made with the profile that is in force then.
        var profile = asked.Dequeue();
        if (reply!.Refusal is not null)
            profile = roster.Profiles[rep.Id];
        roster.Changed(rep.Id, profile);
        rep.Employ(profile.Active);
        if (asked.Count > 0)
            Send(rep, asked);
    }

    private void PutDesk(Desk changed)
    {
        roster.AskDesk();
        SendDesk(changed);
    }

    private void SendDesk(Desk changed) => gateway.Call(server => server.PutDeskAsync(changed), _ => log.Note("desk", changed.TimeZone), (heard, _) =>
    {
        if (heard == Heard.Answer)
            roster.DeskChanged();
        else
            agenda.After(draw.Seconds(1, 10), () => SendDesk(changed));
    });
}
