namespace LeadRouter.Simulation.Hosting;

/// <summary>The computer: keeps the disk through the lives of the process, and lets trouble come as the faults say.</summary>
internal sealed class Machine(Agenda agenda, Draw draw, EventLog log, ServerClock clock, Func<Disk, Faults, VirtualHost> boot, Night night)
{
    /// <summary>A clock that is wrong by more is noticed by somebody.</summary>
    private static readonly TimeSpan MostWrong = TimeSpan.FromMinutes(10);

    private Faults _faults = Faults.None;
    private int _troubles;
    private bool _crashNext;
    private bool _stopped;

    public required Disk Disk { get; init; }

    /// <summary>The life that runs now; null while the process is down.</summary>
    public VirtualHost? Host { get; private set; }

    public int Lives { get; private set; }

    /// <summary>Since when nothing has been wrong: no crash, no step of the clock, no failed write, and a store that works at its pace. Null: something is wrong now.</summary>
    public DateTimeOffset? FineSince { get; private set; }

    public Action? WentDown { get; set; }

    public void Start(Faults faults)
    {
        _faults = faults;
        FineSince = agenda.Now;
        Disk.Writing = takes =>
        {
            if (!_crashNext && (night.IsNow || !draw.Chance(_faults.CrashInWrite)))
                return;
            _crashNext = false;
            agenda.After(takes * draw.Between(0, 1), Crash);
        };
        Disk.Faults = faults.Store;
        Disk.Troubled = Disturb;
        Boot();
        Every(_faults.CrashEverySeconds, CrashSoon);
        Every(_faults.StoreFailsEverySeconds, () => Trouble("store down", () => Disk.IsDown = true, () => Disk.IsDown = false, draw.Seconds(0.5, 60)));
        Every(_faults.ClockStepsEverySeconds, () => Step(NextStep()));
        Every(_faults.ClockDriftsEverySeconds, () => clock.Step(draw.Seconds(-0.02, 0.02)));
        Every(_faults.StoreSlowEverySeconds, () => Trouble("store slow", () => Disk.IsSlow = true, () => Disk.IsSlow = false, draw.Seconds(1, 120)));
    }

    /// <summary>No new trouble from now on; what is wrong ends by itself, and somebody puts the clock right.</summary>
    public void Heal()
    {
        _stopped = true;
        _faults = _faults with { CrashInWrite = 0 };
        Disk.Faults = StoreFaults.None;
        if (clock.Offset != TimeSpan.Zero)
            Step(-clock.Offset);
    }

    private void Every(double meanSeconds, Action what)
    {
        if (meanSeconds <= 0)
            return;
        agenda.After(draw.Exponential(meanSeconds), () =>
        {
            if (_stopped)
                return;
            if (!night.IsNow)
                what();
            Every(meanSeconds, what);
        });
    }

    /// <summary>Nearly all instants are idle ones: every other crash waits for the next write.</summary>
    private void CrashSoon()
    {
        if (draw.Chance(0.5))
            Crash();
        else
            _crashNext = true;
    }

    private void Crash()
    {
        if (Host is null || _stopped)
            return;
        log.Note("crash", EventLog.Machine);
        Begin();
        Host.Die();
        Host = null;
        agenda.Bury();
        Disk.Crash();
        WentDown?.Invoke();
        agenda.After(draw.Chance(0.8) ? draw.Seconds(0.2, 5) : draw.Seconds(5, 300), () =>
        {
            Boot();
            End();
        });
    }

    private TimeSpan NextStep()
    {
        var by = draw.Chance(0.5) ? draw.Seconds(-10, 10) : draw.Seconds(-300, 300);
        return (clock.Offset + by).Duration() > MostWrong ? -clock.Offset : by;
    }

    private void Step(TimeSpan by)
    {
        log.Note("clock step", EventLog.Machine, by.ToString());
        clock.Step(by);
        Disturb();
        Host?.ClockStepped();
    }

    /// <summary>Something went wrong that is over already.</summary>
    private void Disturb()
    {
        if (FineSince is not null)
            FineSince = agenda.Now;
    }

    private void Trouble(string what, Action begin, Action end, TimeSpan lasts)
    {
        log.Note(what, EventLog.Machine);
        Begin();
        begin();
        agenda.After(lasts, () =>
        {
            log.Note("store fine", EventLog.Machine);
            end();
            End();
        });
    }

    private void Boot()
    {
        Lives++;
        log.Note("start", EventLog.Machine);
        Host = boot(Disk, _faults);
        Host.Start();
    }

    private void Begin()
    {
        _troubles++;
        FineSince = null;
    }

    private void End()
    {
        if (--_troubles == 0)
            FineSince = agenda.Now;
    }
}
