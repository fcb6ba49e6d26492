using LeadRouter.Contracts;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.TestClient;

/// <summary>A rep's desk without a browser: one connection to the rep hub.</summary>
public sealed class RepClient : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private RepClient(HubConnection hub) => _hub = hub;

    /// <summary>The last State the server sent.</summary>
    public RepStateDto? State { get; private set; }

    public event Action<RepStateDto>? StateChanged;
    public event Action<OfferDto>? OfferMade;
    public event Action<OfferEndedDto>? OfferEnded;
    public event Action<LeadDto>? LeadUpdated;
    public event Action<ReminderDto>? Reminder;
    public event Action<Exception?>? Closed;

    public bool IsConnected => _hub.State == HubConnectionState.Connected;

    /// <summary>Makes a client; <paramref name="prepare"/> hangs its handlers in before the first message can come.</summary>
    public static async Task<RepClient> ConnectAsync(Uri server, string token, Action<RepClient>? prepare = null, CancellationToken cancel = default)
    {
        var client = new RepClient(Build(server, "/hubs/rep", token));
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client._hub.On<RepStateDto>("State", state =>
        {
            client.State = state;
            client.StateChanged?.Invoke(state);
            first.TrySetResult();
        });
        client._hub.On<OfferDto>("OfferMade", offer => client.OfferMade?.Invoke(offer));
        client._hub.On<OfferEndedDto>("OfferEnded", ended => client.OfferEnded?.Invoke(ended));
        client._hub.On<LeadDto>("LeadUpdated", lead => client.LeadUpdated?.Invoke(lead));
        client._hub.On<ReminderDto>("Reminder", reminder => client.Reminder?.Invoke(reminder));
        client._hub.Closed += why =>
        {
            client.Closed?.Invoke(why);
            return Task.CompletedTask;
        };
        prepare?.Invoke(client);
        try
        {
            await client._hub.StartAsync(cancel);
            await first.Task.WaitAsync(TimeSpan.FromSeconds(30), cancel);
            return client;
        }
        catch
        {
            // The caller has no client to close: a connection that stayed open would be offered leads that nobody sees.
            await client.DisposeAsync();
            throw;
        }
    }

    public Task<HubReply> SetPresenceAsync(string state) => _hub.InvokeAsync<HubReply>("SetPresence", state);

    public Task<HubReply> AcceptAsync(string offerId) => _hub.InvokeAsync<HubReply>("AcceptOffer", offerId);

    public Task<HubReply> DeclineAsync(string offerId, string? reason = null) => _hub.InvokeAsync<HubReply>("DeclineOffer", offerId, reason);

    public Task<HubReply> CallAsync(string leadId) => _hub.InvokeAsync<HubReply>("Call", leadId);

    public Task<HubReply> CompleteAsync(string leadId, CompleteRequest body) => _hub.InvokeAsync<HubReply>("Complete", leadId, body);

    public Task<HubReply> SnoozeAsync(string reminderId, int minutes) => _hub.InvokeAsync<HubReply>("Snooze", reminderId, minutes);

    /// <summary>Calls any method with any arguments, as a client with a defect may.</summary>
    public Task<HubReply> InvokeAsync(string method, params object?[] arguments) => _hub.InvokeCoreAsync<HubReply>(method, arguments);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    /// <summary>A hub connection with the server's JSON, opened as a browser opens it. It never comes back by itself: who tests that connects again.</summary>
    internal static HubConnection Build(Uri server, string path, string token) => new HubConnectionBuilder()
        .WithUrl(new UriBuilder(new Uri(server, path)) { Query = "access_token=" + Uri.EscapeDataString(token) }.Uri, HttpTransportType.WebSockets, options => options.SkipNegotiation = true)
        .AddJsonProtocol(options => options.PayloadSerializerOptions = Api.Json)
        .Build();
}
