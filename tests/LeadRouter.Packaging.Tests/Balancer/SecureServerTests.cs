using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Balancer;

/// <summary>The real balancer with TLS in front of a real server with the settings of the Compose file that are not about a cluster.</summary>
public sealed class SecureServerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-tls-").FullName;
    private string? _thumbprint;
    private ServerProcess? _server;
    private BalancerProcess? _balancer;

    public async Task InitializeAsync()
    {
        if (Tools.Find("haproxy") is null)
            return;
        var forwarded = new Compose(EnvironmentFile.FilledIn()).Environment("server1")["ASPNETCORE_FORWARDEDHEADERS_ENABLED"];
        _server = await ServerProcess.StartAsync(["--FORWARDEDHEADERS_ENABLED", forwarded]);
        _balancer = await BalancerProcess.StartAsync([_server.Address, null, null], Certificate());
    }

    public async Task DisposeAsync()
    {
        if (_balancer is not null)
            await _balancer.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_session_over_TLS_is_a_cookie_that_never_goes_without_it()
    {
        using var browser = Browser(_balancer!.SecureAddress);

        using var answer = await browser.PostAsJsonAsync("/api/v1/sessions", new SignInRequest("admin", ServerProcess.AdminPassword));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => !cookie.StartsWith("SERVER=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        answer.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task Without_TLS_one_is_sent_where_it_is()
    {
        using var browser = Browser(_balancer!.Address);

        using var answer = await browser.GetAsync("/desk");

        answer.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        answer.Headers.Location!.Scheme.ShouldBe("https");
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task The_numbers_are_not_for_everybody_however_they_are_asked_for()
    {
        using var inside = new HttpClient { BaseAddress = _server!.Address };
        (await inside.GetStringAsync("/metrics")).ShouldContain("leadrouter_store_healthy 1");

        using var outside = Browser(_balancer!.SecureAddress);
        foreach (var path in new[] { "/metrics", "/METRICS", "/metrics/", "//metrics", "/%6detrics", "/x/../metrics", "/./metrics", "/x/%2e%2e/metrics", "/metrics?a=b" })
        {
            using var answer = await outside.GetAsync(AsSpelled(_balancer!.SecureAddress, path));
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("leadrouter_", Case.Sensitive, path);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_desk_works_through_the_balancer()
    {
        using var admin = await CallCentre.AdminAsync(_server!);
        var rep = (await CallCentre.AddRepsAsync(admin, 1)).Single();
        await using var plain = await BalancerProcess.StartAsync([_server!.Address, null, null]);
        var rang = new TaskCompletionSource<OfferDto>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var desk = await RepClient.ConnectAsync(plain.Address, rep.Token, desk => desk.OfferMade += offer => rang.TrySetResult(offer));
        (await desk.SetPresenceAsync("available")).Ok.ShouldBeTrue();
        using var source = new Api(plain.Address);

        var lead = await source.AcceptLeadAsync(_server.IntakeKey, new PostLeadRequest { Phone = "+972521234567" });

        (await rang.Task.WaitAsync(TimeSpan.FromSeconds(15))).Lead.LeadId.ShouldBe(lead.LeadId);
    }

    /// <summary>One that trusts our certificate and no other.</summary>
    private HttpClient Browser(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _thumbprint } }) { BaseAddress = address };

    /// <summary>An address whose path nobody puts right on its way.</summary>
    private static Uri AsSpelled(Uri server, string path) =>
        new(server.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _thumbprint = certificate.GetCertHashString();
        var file = Path.Combine(_folder, "leadrouter.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return file;
    }
}
