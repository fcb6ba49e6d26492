using Microsoft.Extensions.Options;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace LeadRouter.Server.Features.Boards;

/// <summary>The board as the view of the floor has it: who looks a moment after another gets what that one has looked at.</summary>
internal sealed class BoardSnapshots(FloorView floor, IDeskSource desks, TimeProvider time, IOptions<HttpJsonOptions> json)
{
    private static readonly TimeSpan SharedFor = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private BoardSnapshot? _latest;
    private long _renewals;

    /// <summary>The board as it stands, or stood a moment ago.</summary>
    public BoardSnapshot Now()
    {
        lock (_lock)
        {
            if (_latest is { } recent && _renewals == floor.Renewals && time.GetElapsedTime(recent.TakenAt) < SharedFor)
                return recent;
            var changes = floor.Changes;
            _renewals = floor.Renewals;
            var board = floor.Read((day, live, now) => BoardMapper.ToDto(day, live, desks.Current, now));
            return _latest = new BoardSnapshot(changes, time.GetTimestamp(), board, json.Value.SerializerOptions);
        }
    }

    /// <summary>The board as soon as it has changed.</summary>
    /// <param name="seen">How many changes were seen.</param>
    public async Task<BoardSnapshot> NextAsync(long seen, CancellationToken cancel)
    {
        await floor.ChangedAsync(seen, cancel);
        return Now();
    }
}
