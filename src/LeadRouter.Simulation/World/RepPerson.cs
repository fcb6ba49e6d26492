namespace LeadRouter.Simulation.World;

/// <summary>A rep: acts on what the screen shows and on nothing else, now and then late, twice or not at all.</summary>
internal sealed class RepPerson(RepId id, RepProfile profile, Habits habits, Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, EventLog log, Action<LeadPost> doneWith)
{
    private readonly RepHabits _habits = RepHabits.Of(draw);
    private readonly HashSet<LeadId> _thinking = [];
    private bool _onBreak;
    private bool _dismissed;
    private bool _looking;
    private int _opened;
    private DateTimeOffset _lastArrival;

    public RepId Id => id;

    /// <summary>The open desk; null when the laptop is closed or the connection is lost.</summary>
    public string? Connection { get; private set; }

    public bool IsAtWork { get; private set; }

    /// <summary>In the healed phase: always there, always quick.</summary>
    public bool IsDiligent { get; set; }

    /// <summary>Since when the screen has shown a ready rep with nothing to do; null: it shows something else.</summary>
    public DateTimeOffset? ReadySince { get; private set; }

    /// <summary>Since when the desk has been open and greeted.</summary>
    public DateTimeOffset? ShownSince { get; private set; }

    /// <summary>What the rep sees.</summary>
    public RepScreen Screen { get; } = new(id);

    public void BeginShift()
    {
        if (IsAtWork)
            return;
        IsAtWork = true;
        _onBreak = false;
        Open();
    }

    public void EndShift()
    {
        if (!IsAtWork || IsDiligent)
            return;
        IsAtWork = false;
        SetPresence(Presence.Offline);
        agenda.After(draw.Seconds(1, 5), () =>
        {
            if (!IsAtWork)
                Close(draw.Seconds(0, 2));
        });
    }

    public void TakeBreak()
    {
        if (!IsAtWork || IsDiligent)
            return;
        _onBreak = true;
        SetPresence(Presence.Break);
        agenda.After(draw.Seconds(120, 1200), () =>
        {
            _onBreak = false;
            LookSoon();
        });
    }

    /// <summary>The lid is shut: the server notices at once or much later.</summary>
    public void CloseLaptop()
    {
        if (IsDiligent || Connection is null)
            return;
        Close(draw.Chance(0.5) ? TimeSpan.Zero : draw.Seconds(5, 30));
        agenda.After(draw.Seconds(2, draw.Chance(0.7) ? 12 : 900), Open);
    }

    /// <summary>Goes on a break and comes back at once, or the other way round.</summary>
    public void Waver()
    {
        if (!IsAtWork || IsDiligent || Connection is null)
            return;
        SetPresence(draw.Chance(0.5) ? Presence.Break : Presence.Available);
        // The last click may be on its way when the page is closed.
        if (draw.Chance(0.2))
            Close(TimeSpan.Zero);
        agenda.After(draw.Seconds(0.1, 5), Open);
        LookSoon();
    }

    /// <summary>The page is loaded again: the former connection may be noticed to be gone after the new one is there.</summary>
    public void Reload()
    {
        if (!IsAtWork || IsDiligent || Connection is null)
            return;
        Close(draw.Chance(0.5) ? TimeSpan.Zero : draw.Seconds(0.1, 3));
        agenda.After(draw.Seconds(0.05, 1), Open);
    }

    /// <summary>The account is opened or closed by an administrator: who has none cannot sign in.</summary>
    public void Employ(bool active)
    {
        _dismissed = !active;
        if (_dismissed)
            Close(draw.Seconds(0, 2));
        else
            Open();
    }

    /// <summary>The server is gone.</summary>
    public void LoseConnection()
    {
        Connection = null;
        ShownSince = null;
        Refresh();
        agenda.After(draw.Seconds(0.5, 8), Open);
    }

    /// <summary>Comes back from wherever: a new connection, and with it everything on the screen.</summary>
    public void Open()
    {
        if (!IsAtWork || _dismissed || Connection is not null)
            return;
        var connection = $"{id.Value}-{++_opened}";
        Connection = connection;
        log.Note("open", id.Value, connection);
        gateway.Call(server => server.ConnectAsync(id, profile, connection), _ => { }, (heard, _) =>
        {
            if (heard == Heard.Answer || Connection != connection)
                return;
            Connection = null;
            ShownSince = null;
            Refresh();
            agenda.After(draw.Seconds(0.5, 5), Open);
        });
    }

    /// <summary>A push has left the server: it arrives in order, or not at all.</summary>
    public void Send(string connection, RepPush push)
    {
        var arrives = agenda.Now + gateway.Delay();
        _lastArrival = arrives > _lastArrival ? arrives : _lastArrival;
        agenda.At(_lastArrival, () =>
        {
            if (Connection == connection)
                Take(push);
        });
    }

    private void Close(TimeSpan noticed)
    {
        if (Connection is not { } connection)
            return;
        Connection = null;
        ShownSince = null;
        Refresh();
        log.Note("close", id.Value, connection);
        var server = gateway.Server;
        agenda.After(noticed + gateway.Delay(), () =>
        {
            if (server is not null && gateway.Server == server)
                server.Disconnect(id, connection);
        });
    }

    private void Take(RepPush push)
    {
        if (push is RepPush.State)
            ShownSince ??= agenda.Now;
        var (leads, offers) = Screen.Take(push);
        for (var i = 0; i < leads.Count; i++)
            ThinkOf(leads[i].Id, _habits.Pace());
        foreach (var made in offers.Where(_ => !_habits.Misses(IsDiligent)))
            agenda.After(_habits.Reaction(IsDiligent), () => AnswerOffer(made));

        Refresh();
        LookSoon();
    }

    private void AnswerOffer(Ring made)
    {
        // Who clicks slowly may click what has just gone from the screen.
        if (Connection is null || (!Screen.Offers.ContainsKey(made.Offer.Id) && !draw.Chance(0.1)))
            return;
        if (_habits.Declines(IsDiligent))
        {
            var decline = new DeclineOffer(made.Offer.Id, id, "busy");
            sightings.Each(checker => checker.Wished(made.Lead, decline));
            gateway.Call(server => server.LeadAsync(made.Lead, decline), _ => { }, (_, _) => { });
            return;
        }

        Accept(made);
        if (draw.Chance(_habits.DoubleClick))
            agenda.After(draw.Seconds(0.05, 0.4), () => Accept(made));
    }

    private void Accept(Ring made)
    {
        var sentAt = agenda.Now;
        var accept = new AcceptOffer(made.Offer.Id, id);
        log.Note("click accept", id.Value, made.Offer.Id.Value);
        sightings.Each(checker => checker.Wished(made.Lead, accept));
        gateway.Call(server => server.LeadAsync(made.Lead, accept),
            reply => sightings.Each(checker => checker.Accept(id, made.Lead, made.Offer, sentAt, reply.Refusal is null)),
            (heard, _) =>
            {
                // Who was told of an error may have won all the same.
                if (heard != Heard.Answer)
                    sightings.Each(checker => checker.Accept(id, made.Lead, made.Offer, sentAt, null));
            });
    }

    private void ThinkOf(LeadId lead, TimeSpan pause)
    {
        if (_thinking.Add(lead))
            agenda.After(pause, () => WorkOn(lead));
    }

    private void WorkOn(LeadId lead)
    {
        _thinking.Remove(lead);
        if (Connection is null || !Screen.Leads.TryGetValue(lead, out var shown) || shown.Owner != id)
            return;
        if (RepWork.Next(shown, habits, draw, IsDiligent, agenda.Now) is { } work)
        {
            Do(lead, work);
            if (work.Disposition is not null)
                doneWith(shown.Post);
        }

        if (shown.OwnerTicket is not null)
            ThinkOf(lead, draw.Seconds(15, 60));
    }

    private void Do(LeadId lead, RepWork work)
    {
        var sentAt = agenda.Now;
        var command = work.Command?.Invoke(id);
        if (command is null)
            sightings.Each(checker => checker.WishedCall(id, lead));
        else
            sightings.Each(checker => checker.Wished(lead, command));
        gateway.Call(server => command is null ? server.CallAsync(id, lead) : server.LeadAsync(lead, command),
            reply =>
            {
                if (reply.Refusal is not null)
                    return;
                sightings.Each(checker => checker.Acted(id, lead, work.What));
                if (work.Disposition is { } disposition)
                    sightings.Each(checker => checker.Completed(id, lead, disposition));
                if (work.SnoozeMinutes is { } minutes)
                    sightings.Each(checker => checker.PutOff(lead, minutes, sentAt));
            },
            (heard, _) =>
            {
                if (heard != Heard.Answer && work.SnoozeMinutes is not null)
                    sightings.Each(checker => checker.PutOff(lead, null, sentAt));
            });
    }

    /// <summary>Notices after a while what the screen says about being available.</summary>
    private void LookSoon()
    {
        if (_looking || !IsAtWork || _onBreak || Screen.Presence == Presence.Available)
            return;
        _looking = true;
        agenda.After(draw.Seconds(1, IsDiligent ? 3 : 40), () =>
        {
            _looking = false;
            if (IsAtWork && Connection is not null && !_onBreak && Screen.Presence != Presence.Available)
                SetPresence(Presence.Available);
        });
    }

    private void SetPresence(Presence presence)
    {
        var sentAt = agenda.Now;
        var set = new SetRepPresence(presence, null, null);
        sightings.Each(checker => checker.Wished(id, set));
        gateway.Call(server => server.RepAsync(id, set),
            reply =>
            {
                if (reply.Refusal is null)
                    sightings.Each(checker => checker.Granted(id, set, sentAt));
            },
            (heard, reply) =>
            {
                if (heard != Heard.Answer || reply?.Refusal is not null)
                    LookSoon();
            });
    }

    private void Refresh()
    {
        var ready = Connection is not null && Screen.IsIdle;
        ReadySince = ready ? ReadySince ?? agenda.Now : null;
    }
}
