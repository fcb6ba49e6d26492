using System.Collections.Concurrent;
using System.Security.Claims;
using LeadRouter.Contracts;
using LeadRouter.Server.Features.Boards;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Boards.Tests;

/// <summary>The wallboard's hub without a network: only single connections can be sent to.</summary>
internal sealed class FakeHub : IHubContext<WallboardHub, IWallboardClient>, IDisposable
{
    private readonly FakeClients _clients = new();

    public IHubClients<IWallboardClient> Clients => _clients;

    public IGroupManager Groups => throw new NotSupportedException();

    /// <summary>A viewer connects.</summary>
    /// <param name="takes">Takes every board at once; else when told to.</param>
    public FakeViewer Open(string id, bool takes) => _clients.Viewers[id] = new FakeViewer(id, takes);

    public void Dispose()
    {
        foreach (var viewer in _clients.Viewers.Values)
            viewer.Dispose();
    }

    private sealed class FakeClients : IHubClients<IWallboardClient>
    {
        public ConcurrentDictionary<string, FakeViewer> Viewers { get; } = new();
        public IWallboardClient All => throw new NotSupportedException();
        public IWallboardClient Client(string connectionId) => Viewers[connectionId];
        public IWallboardClient AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();
        public IWallboardClient Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();
        public IWallboardClient Group(string groupName) => throw new NotSupportedException();
        public IWallboardClient Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();
        public IWallboardClient GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();
        public IWallboardClient User(string userId) => throw new NotSupportedException();
        public IWallboardClient Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();
    }
}

/// <summary>A connected viewer.</summary>
internal sealed class FakeViewer(string id, bool takes) : HubCallerContext, IWallboardClient, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly ConcurrentQueue<BoardSnapshot> _boards = new();
    private readonly TaskCompletionSource _taken = new();

    public override string ConnectionId => id;
    public override string? UserIdentifier => null;
    public override ClaimsPrincipal? User => null;
    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override CancellationToken ConnectionAborted => _gone.Token;
    public bool IsAborted => _gone.IsCancellationRequested;

    /// <summary>What was sent, taken or not.</summary>
    public IReadOnlyList<BoardSnapshot> Boards => [.. _boards];

    public override void Abort() => _gone.Cancel();

    public void Dispose() => _gone.Dispose();

    /// <summary>Takes what waits, and everything from now on.</summary>
    public void Take() => _taken.TrySetResult();

    public Task Board(BoardDto board)
    {
        _boards.Enqueue((BoardSnapshot)board);
        return takes ? Task.CompletedTask : _taken.Task;
    }
}
