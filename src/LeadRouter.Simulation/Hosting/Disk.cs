using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Hosting;

/// <summary>The store's writer: takes what waits as one batch, needs drawn time for it, and fails like a disk.</summary>
internal sealed class Disk(Agenda agenda, Draw draw, Tables tables)
{
    private List<(DurableWrite Write, Action<bool> Done)> _waiting = [];
    private List<(DurableWrite Write, Action<bool> Done)> _flying = [];
    private long _life;

    public bool IsDown { get; set; }

    public bool IsSlow { get; set; }

    /// <summary>Is told that a batch is being written and how long that takes.</summary>
    public Action<TimeSpan>? Writing { get; set; }

    public void Commit(DurableWrite write, Action<bool> done)
    {
        _waiting.Add((write, done));
        if (_flying.Count == 0)
            Start();
    }

    /// <summary>The process dies: of what is being written each write is whole or absent; nobody hears which.</summary>
    public void Crash()
    {
        foreach (var (write, _) in _flying)
        {
            if (!IsDown && draw.Chance(0.5))
                tables.Apply(write);
        }

        _waiting = [];
        _flying = [];
        _life++;
    }

    private void Start()
    {
        (_flying, _waiting) = (_waiting, []);
        var takes = IsSlow ? draw.Seconds(0.1, 4) : draw.Seconds(0.0005, 0.006);
        var life = _life;
        agenda.After(takes, () => End(life));
        Writing?.Invoke(takes);
    }

    private void End(long life)
    {
        if (life != _life)
            return;
        var batch = _flying;
        var failed = IsDown;
        if (!failed)
        {
            foreach (var (write, _) in batch)
                tables.Apply(write);
        }

        _flying = [];
        foreach (var (_, done) in batch)
            done(!failed);
        if (life == _life && _flying.Count == 0 && _waiting.Count > 0)
            Start();
    }
}
