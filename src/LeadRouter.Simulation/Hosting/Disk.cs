using System.Runtime.InteropServices;

namespace LeadRouter.Simulation.Hosting;

/// <summary>What became of a write, as far as its caller hears.</summary>
internal enum WriteEnd
{
    Written,
    NotWritten,
    MessageGone,
}

/// <summary>The store's writer: takes what waits as one batch, needs drawn time for it, and fails like a disk.</summary>
internal sealed class Disk(Agenda agenda, Draw draw, Tables tables, Flaw flaw)
{
    private List<Asked> _waiting = [];
    private List<Asked> _flying = [];
    private List<Asked> _failed = [];
    private readonly Stack<List<Asked>> _used = [];
    private long _life;

    /// <summary>Ends the flight of a batch, unless the process has died since.</summary>
    private Action? _end;

    public bool IsDown { get; set; }

    public bool IsSlow { get; set; }

    public StoreFaults Faults { get; set; } = StoreFaults.None;

    /// <summary>Is told that a batch is being written and how long that takes.</summary>
    public Action<TimeSpan>? Writing { get; set; }

    /// <summary>Is told that a write did not go as it should.</summary>
    public Action? Troubled { get; set; }

    /// <summary>Has a write made durable; <paramref name="done"/> hears what became of it, and is now and then told that it was not when it was.</summary>
    public void Commit(DurableWrite write, Action<WriteEnd> done)
    {
        _waiting.Add(new Asked(write, done));
        if (_flying.Count == 0)
            Start();
    }

    /// <summary>Whether a message is on its way.</summary>
    public bool Holds(OutboxKey message) => tables.Holds(message);

    /// <summary>
    /// The process dies: of what is being written each write is whole or absent; nobody hears which. The store's batches
    /// are one transaction, so this is worse than it can be. A batch that failed may stand on the disk unseen as long as
    /// nothing was written after it, and is there at the next start.
    /// </summary>
    public void Crash()
    {
        var written = false;
        foreach (var (write, _, _) in _flying)
        {
            if (IsDown || !draw.Chance(0.5))
                continue;
            tables.Apply(flaw == Flaw.TearsWrites ? write with { Turn = null } : write);
            written = true;
        }

        if (!written && draw.Chance(0.5))
            _failed.ForEach(ghost => tables.Apply(ghost.Write));
        _waiting = [];
        _flying = [];
        _failed = [];
        _life++;
        _end = null;
    }

    private void Start()
    {
        _used.Push(_flying);
        (_flying, _waiting) = (_waiting, Empty());
        var takes = IsSlow ? draw.Seconds(0.1, 4) : draw.Seconds(0.0005, 0.006);
        agenda.After(takes, _end ??= Ending(_life));
        Writing?.Invoke(takes);
    }

    private List<Asked> Empty() => _used.TryPop(out var used) ? used : [];

    private Action Ending(long life) => () => End(life);

    private void End(long life)
    {
        if (life != _life)
            return;
        var batch = _flying;
        _flying = Empty();
        if (IsDown || draw.Chance(Faults.BatchFails))
            Fail(batch);
        else
            Write(batch);
        if (life == _life && _flying.Count == 0 && _waiting.Count > 0)
            Start();
    }

    private void Fail(List<Asked> batch)
    {
        _failed = batch;
        Troubled?.Invoke();
        foreach (var (_, done, _) in batch)
            done(WriteEnd.NotWritten);
    }

    private void Write(List<Asked> batch)
    {
        if (_failed.Count > 0)
            _failed = [];
        var answerLost = draw.Chance(Faults.AnswerLost);
        var trouble = answerLost;
        foreach (ref var asked in CollectionsMarshal.AsSpan(batch))
        {
            asked.End = draw.Chance(Faults.WriteConflicts) ? WriteEnd.NotWritten
                : tables.Apply(asked.Write) ? WriteEnd.Written
                : WriteEnd.MessageGone;
            trouble |= asked.End != WriteEnd.Written;
        }

        if (trouble)
            Troubled?.Invoke();
        for (var i = 0; i < batch.Count; i++)
            batch[i].Done(answerLost ? WriteEnd.NotWritten : batch[i].End);
        batch.Clear();
        _used.Push(batch);
    }

    /// <summary>A write, and who wants to hear of it.</summary>
    private record struct Asked(DurableWrite Write, Action<WriteEnd> Done, WriteEnd End = WriteEnd.NotWritten);
}
