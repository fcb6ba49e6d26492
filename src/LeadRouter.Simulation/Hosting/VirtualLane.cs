namespace LeadRouter.Simulation.Hosting;

/// <summary>An actor in memory with its mailbox: drives the product's shell, one message at a time, with a simulated disk.</summary>
internal sealed class VirtualLane
{
    /// <summary>A queue has a turn for every change of its leads and reps: it is dropped more rarely than they.</summary>
    private const double VolatileDrops = 0.02;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly VirtualHost _host;
    private readonly HostParts _parts;
    private readonly Action<WriteEnd> _written;
    private Mail? _mail;
    private long _sent;

    public VirtualLane(TurnShell shell, VirtualHost host, HostParts parts)
    {
        (Shell, _host, _parts) = (shell, host, parts);
        Run = Next;
        _written = Written;
    }

    /// <summary>Handles the next message.</summary>
    public Action Run { get; }

    public TurnShell Shell { get; }

    public Mailbox Mail { get; } = new();

    public bool Running { get; set; }

    /// <summary>Notes that a message leaves; false when one with a greater number has left before.</summary>
    public bool Sends(long sequence)
    {
        var rises = sequence > _sent;
        _sent = sequence;
        return rises;
    }

    private void Next()
    {
        if (Mail.Take() is not { } mail)
        {
            Running = false;
            if (!Shell.IsLoaded && !Shell.Actor.IsVolatile)
                _host.Forget(this);
            return;
        }

        _host.Pending--;
        _mail = mail;
        var desk = _parts.Desk.Current;
        Go(Shell.Take(mail, new TurnContext(_parts.Time.Now, desk.Desk, desk.Calendar, _parts.Ids)));
    }

    private void Go(Need need)
    {
        while (true)
        {
            switch (need)
            {
                case Need.Write:
                    _parts.Disk.Commit(new DurableWrite(Shell.Decided!), _written);
                    return;
                case Need.Nothing:
                    Finish();
                    return;
                case Need.Retry:
                    Retry();
                    return;
                default:
                    need = _parts.Disk.IsDown ? Shell.Unreadable(Down()) : Read(need);
                    break;
            }
        }
    }

    private void Written(WriteEnd end)
    {
        switch (end)
        {
            case WriteEnd.Written:
                Go(Shell.Written());
                break;
            case WriteEnd.MessageGone:
                Go(Shell.Gone());
                break;
            default:
                _parts.Noted("write that was not told");
                Go(Shell.NotWritten(Down()));
                break;
        }
    }

    private Need Read(Need need) => need switch
    {
        Need.Entries => Shell.Rebuilt(Shell.Actor.Indexes(Shell.Id.Key).ToDictionary(index => index, _parts.View.Index)),
        Need.Outbox => Shell.Pending([.. _parts.View.Outbox().Where(row => row.Key.From == Shell.Id).OrderBy(row => row.Key.Sequence)]),
        Need.Message => Shell.Found(_parts.Disk.Holds(Shell.Sought)),
        _ when _parts.View.Load(Shell.Actor, Shell.Id) is { } stored => Shell.Loaded(stored.State, stored.Version, stored.OutboxSequence),
        _ => Shell.Loaded(null, 0, 0),
    };

    /// <summary>The message is done with.</summary>
    private void Finish()
    {
        if (Shell.IsLoaded && _parts.Draw.Chance(Shell.Actor.IsVolatile ? _parts.Faults.DropRate * VolatileDrops : _parts.Faults.DropRate))
            Shell.Drop();
        if (Mail.Count == 0)
            Next();
        else
            _host.Later(TimeSpan.Zero, Run);
    }

    /// <summary>The store cannot do it now: the message keeps its place and comes again.</summary>
    private void Retry()
    {
        foreach (var ask in Mail.PutBack(_mail!))
        {
            _host.Pending--;
            ask.Asker!.Refuse(Down());
        }

        _host.Pending++;
        _host.Later(RetryAfter, Run);
    }

    private static StoreUnavailableException Down() => new("The simulated store is down.");
}
