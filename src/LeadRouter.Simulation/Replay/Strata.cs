namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Calls that are alike: of the same type and hour; where those are too few, of the same type; where those are, all. A value is
/// made of each group once.
/// </summary>
internal sealed class Strata<T>(IReadOnlyList<RecordedCall> calls, Func<IReadOnlyList<RecordedCall>, T> make, Func<T, bool> isEnough) where T : class
{
    private readonly Dictionary<(string Type, int Hour), T> _known = [];
    private readonly ILookup<string, RecordedCall> _byType = calls.ToLookup(call => call.Type);
    private readonly Dictionary<string, T> _ofType = [];
    private T? _ofAll;

    public T Of(RecordedCall call)
    {
        var key = (call.Type, call.WantedAt.Hour);
        if (!_known.TryGetValue(key, out var value))
            _known.Add(key, value = Make(key.Type, key.Hour));
        return value;
    }

    private T Make(string type, int hour)
    {
        var ofHour = make([.. _byType[type].Where(call => call.WantedAt.Hour == hour)]);
        if (isEnough(ofHour))
            return ofHour;
        if (!_ofType.TryGetValue(type, out var ofType))
            _ofType.Add(type, ofType = make([.. _byType[type]]));
        return isEnough(ofType) ? ofType : _ofAll ??= make(calls);
    }
}
