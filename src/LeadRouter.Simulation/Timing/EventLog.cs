using System.Globalization;

namespace LeadRouter.Simulation.Timing;

/// <summary>What happened: the last of it in words, all of it in one hash. Two runs with the same hash went the same way.</summary>
internal sealed class EventLog(Agenda agenda, bool keepsAll)
{
    public const string Machine = "machine";
    private const int Kept = 200;
    private const ulong Prime = 1099511628211;
    private readonly Queue<Entry> _last = new(Kept);
    private ulong _hash = 14695981039346656037;

    public string Hash => _hash.ToString("x16", CultureInfo.InvariantCulture);

    public IEnumerable<string> Last => _last.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.At:MM-dd HH:mm:ss.ffff} {entry.What,-16} {entry.Who} {entry.Detail}"));

    /// <summary>Is told what befalls the machine.</summary>
    public Action<string>? Troubled { get; set; }

    public void Note(string what, string who, string? detail = null)
    {
        Mix((ulong)agenda.Now.UtcTicks);
        Mix(what);
        Mix(who);
        Mix(detail ?? "");
        if (who == Machine)
            Troubled?.Invoke(what);
        if (_last.Count == Kept && !keepsAll)
            _last.Dequeue();
        _last.Enqueue(new Entry(agenda.Now, what, who, detail));
    }

    private void Mix(string text)
    {
        foreach (var letter in text)
            Mix(letter);
        Mix(0x1F);
    }

    private void Mix(ulong value) => _hash = (_hash ^ value) * Prime;

    private readonly record struct Entry(DateTimeOffset At, string What, string Who, string? Detail);
}
