using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadRouter.Server.Tests.Support;

/// <summary>The real server for the tests of one class, with an administrator.</summary>
public abstract class RunningServer(params string[] arguments) : IAsyncLifetime
{
    private const string Password = "test-rep-password";

    private static int _phones;

    public ServerProcess Process { get; private set; } = null!;

    /// <summary>Signed in as the administrator.</summary>
    public Api Admin { get; private set; } = null!;

    /// <summary>Signed in as nobody; requests bring their own token.</summary>
    public Api Anybody { get; private set; } = null!;

    public Uri Address => Process.Address;

    public string Key => Process.IntakeKey;

    public virtual async Task InitializeAsync()
    {
        Process = await ServerProcess.StartAsync(arguments);
        Admin = await CallCentre.AdminAsync(Process);
        Anybody = new Api(Process.Address);
    }

    public async Task DisposeAsync()
    {
        Admin?.Dispose();
        Anybody?.Dispose();
        if (Process is not null)
            await Process.DisposeAsync();
    }

    /// <summary>A phone number that no other test uses.</summary>
    public static string NewPhone() => string.Create(CultureInfo.InvariantCulture, $"+97252{Interlocked.Increment(ref _phones) + 2_000_000:D7}");

    /// <summary>Makes a rep with an account and signs in.</summary>
    public async Task<TestRep> AddRepAsync(string user, params string[] queues)
    {
        var made = await Admin.PostAsync<CreateRepResponse>("/api/v1/reps", new CreateRepRequest { User = user, Password = Password, Name = $"Rep {user}", Queues = queues.Length == 0 ? null : queues, Phone = NewPhone() });
        return new TestRep(made.RepId, user, await Anybody.SignInAsync(user, Password, remember: false));
    }

    /// <summary>Makes a rep and opens his or her desk, ready for leads.</summary>
    internal async Task<RepScreen> OpenRepAsync(string user, params string[] queues) => await RepScreen.OpenAsync(this, await AddRepAsync(user, queues));

    /// <summary>Makes a supervisor and signs in.</summary>
    public async Task<string> AddSupervisorAsync(string user)
    {
        await Admin.PostAsync<AccountDto>("/api/v1/users", new CreateUserRequest(user, Password, null, "supervisor"));
        return await Anybody.SignInAsync(user, Password, remember: false);
    }

    /// <summary>Posts a lead of a new person; gives its id.</summary>
    public async Task<string> PostLeadAsync(string? queue = null, string? phone = null) =>
        (await Admin.AcceptLeadAsync(Key, new PostLeadRequest { Name = "Dana Levi", Phone = phone ?? NewPhone(), Queue = queue })).LeadId;

    public async Task<int> LeadCountAsync() => (await BoardAsync()).Totals.Received;

    /// <summary>Waits until the lead is as it should be.</summary>
    public Task<LeadDetailDto> LeadAsync(string leadId, Func<LeadDetailDto, bool> holds, string missing, TimeSpan? within = null) =>
        Eventually.SeesAsync(() => Admin.LeadAsync(leadId), holds, $"{leadId}: {missing}", within);

    /// <summary>The board with all that was done before: it follows a moment behind, and the list of reps waits for it.</summary>
    public Task<BoardDto> BoardAsync() => CaughtUp.BoardAsync(Admin);

    public Task<BoardDto> BoardAsync(Func<BoardDto, bool> holds, string missing) =>
        Eventually.SeesAsync(() => Admin.GetAsync<BoardDto>("/api/v1/board"), holds, $"on the board: {missing}");

    /// <summary>Changes the desk that is in force.</summary>
    public async Task ChangeDeskAsync(Action<JsonObject> change)
    {
        var desk = await Admin.GetAsync<JsonObject>("/api/v1/desk");
        change(desk);
        using var put = await Admin.Http.PutAsJsonAsync("/api/v1/desk", desk);
        put.IsSuccessStatusCode.ShouldBeTrue(await put.Content.ReadAsStringAsync());
    }

    /// <summary>Adds queues to the desk, so that tests on one server do not meet.</summary>
    public Task AddQueuesAsync(params object[] queues) => ChangeDeskAsync(desk =>
    {
        foreach (var queue in queues)
            desk["queues"]!.AsArray().Add(JsonSerializer.SerializeToNode(queue, Api.Json));
    });
}

/// <summary>A server whose reps dial by hand.</summary>
public sealed class ManualServer() : RunningServer;

/// <summary>A server on whose calls everybody answers after a second and talks for another.</summary>
public sealed class AnsweringServer() : RunningServer(
    "--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "1", "--Telephony:Simulated:RingSeconds", "1", "--Telephony:Simulated:TalkSeconds", "1");

/// <summary>A server on whose calls nobody ever answers.</summary>
public sealed class SilentServer() : RunningServer(
    "--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "0", "--Telephony:Simulated:BusyRate", "0", "--Telephony:Simulated:FailRate", "0", "--Telephony:Simulated:RingSeconds", "0.5");
