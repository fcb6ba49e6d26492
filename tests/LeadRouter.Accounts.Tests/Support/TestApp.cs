using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeadRouter.Turns.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts.Tests;

/// <summary>
/// The real thing on Kestrel with a store in memory. When it is disposed of it asserts that none of the secrets that passed
/// through it is in a log line or on the disk: every test is a leak test.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    public const string AdminPassword = "correct horse 1";
    private static readonly Lazy<X509Certificate2> Certificate = new(SelfSigned);
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private TestApp(WebApplication app, InMemoryDocuments store, ManualTime time, LogCapture logs, AccountsStart start)
    {
        (_app, Store, Time, Logs, Start) = (app, store, time, logs, start);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.First(address => address.StartsWith("http:", StringComparison.Ordinal)));
        SecureAddress = addresses.FirstOrDefault(address => address.StartsWith("https:", StringComparison.Ordinal)) is { } secure ? new Uri(secure) : null;
        NoteSecret(AdminPassword);
        if (start.SetupPath is { } path) NoteSecret(SetupTokenOf(path));
    }

    public InMemoryDocuments Store { get; }
    public ManualTime Time { get; }
    public LogCapture Logs { get; }
    public AccountsStart Start { get; }
    public Uri Address { get; }
    public Uri? SecureAddress { get; }
    public HashSet<string> Secrets { get; } = [];
    public string SetupToken => SetupTokenOf(Start.SetupPath.ShouldNotBeNull());

    /// <param name="settings">Like <c>Accounts:HashQueue=0</c>.</param>
    /// <param name="admin">False: nobody is there yet and the set-up token is out.</param>
    /// <param name="cluster">True: it follows what other servers do to the store.</param>
    public static async Task<TestApp> StartAsync(
        string[]? settings = null, bool admin = true, InMemoryDocuments? store = null, ManualTime? time = null, bool https = false, bool cluster = false)
    {
        var logs = new LogCapture();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection((settings ?? []).Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        if (admin) builder.Configuration["Bootstrap:AdminPassword"] = AdminPassword;
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            if (https) kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate.Value));
        });
        store ??= new InMemoryDocuments();
        time ??= new ManualTime();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IDocumentStore>(store);
        builder.Services.AddSingleton<IQueueNames>(new QueueNames(queue => queue is "sales" or "support"));
        builder.Services.AddLeadRouterProblems().AddLeadRouterAccounts(builder.Configuration);
        // The pauses between its reads are real ones, whatever the time of the test.
        builder.Services.AddSingleton(provider => new DocumentFollower(
            provider.GetServices<IDocumentReader>(), cluster ? store : new NoDocumentJournal(), new CommitSignal(TimeProvider.System), TimeProvider.System, provider.GetRequiredService<ILogger<DocumentFollower>>()));
        // Real hashes take 65 ms each; these tests are about everything else.
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);

        var app = builder.Build();
        app.UseLeadRouterProblems();
        app.UseLeadRouterAccounts();
        app.MapAccountEndpoints();
        Probes.Map(app);
        await app.Services.GetRequiredService<DocumentFollower>().BeginAsync(CancellationToken.None);
        var start = await app.Services.GetRequiredService<IAccountsBootstrap>().StartAsync(CancellationToken.None);
        await app.StartAsync();
        return new TestApp(app, store, time, logs, start);
    }

    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public IEnumerable<T> Services<T>() => _app.Services.GetServices<T>();

    /// <summary>A client without a cookie jar; <paramref name="from"/> picks the loopback address it calls from.</summary>
    public TestClient Client(string? token = null, string? from = null, bool secure = false)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == Certificate.Value.Thumbprint;
        if (from is not null)
            handler.ConnectCallback = async (context, cancel) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            };
        var http = new HttpClient(handler) { BaseAddress = secure ? SecureAddress : Address };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        _clients.Add(http);
        return new TestClient(this, http);
    }

    public async Task<TestClient> AdminAsync() => Client((await Client().SignInAsync("admin", AdminPassword)).Token);

    public void NoteSecret(string secret) => Secrets.Add(secret);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        var disk = Store.Dump();
        foreach (var secret in Secrets)
        {
            Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal), "a secret is in the log");
            disk.ShouldNotContain(secret, Case.Sensitive, "a secret is on the disk");
        }
    }

    private static string SetupTokenOf(string path) => path.Split("token=")[1];

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}
