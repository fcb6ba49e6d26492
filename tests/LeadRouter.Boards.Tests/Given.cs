using System.Globalization;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Sla;
using LeadRouter.Server.Features.Boards;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Platform.Floor;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadRouter.Boards.Tests;

/// <summary>What the tests start from: a Monday morning in Israel and the desk that ships.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Desk Desk { get; } = DefaultDesk.Create();

    public static FloorView Floor(IEngineStore store, DeskService desks, TimeProvider time) => new(store, desks, time, NullLogger<FloorView>.Instance);

    public static BoardSnapshots Boards(FloorView floor, TimeProvider time) => new(floor, new DeskService(new MemoryDocuments()), time, Options.Create(new JsonOptions()));

    public static LeadId Lead(int number) => new(number.ToString("D8", CultureInfo.InvariantCulture));

    /// <summary>A lead that has just come in, as its first turn is written.</summary>
    public static TurnWrite Receive(int number, DateTimeOffset at, string queue = "sales")
    {
        var id = Lead(number);
        var post = new LeadPost { Name = "Dana Levi", Phone = Phone.Of(string.Create(CultureInfo.InvariantCulture, $"+97250{number:D7}")), Source = "site", Queue = queue };
        LeadEvent[] events = [new LeadReceived(id, post, 0, SlaClock.Start(at, Desk.Queues[0].Sla, DeskSnapshot.Of(Desk).Calendar)) { At = at }, new LeadQueued(queue, QueueReason.New, at, null) { At = at }];
        var lead = LeadEvolution.Replay(null, events)!;
        return new TurnWrite
        {
            Id = new ActorId(ActorKinds.Lead, id.Value),
            ExpectedVersion = 0,
            State = StoredJson.Write(lead),
            Events = [.. events.Select((happened, i) => StoredJson.WriteEvent(i + 1, new RecordedEvent(at, happened)))],
            LeadRow = LeadRow.Of(lead),
        };
    }
}
