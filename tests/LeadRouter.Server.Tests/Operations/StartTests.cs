using System.Net;
using System.Net.Sockets;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A server that cannot start says why in one line and ends with 1.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-start-").FullName;

    [Fact]
    public async Task Help_tells_the_options_and_starts_nothing()
    {
        var (code, output) = await ServerProcess.RunToEndAsync(["--help", "--data", Path.Combine(_folder, "none")], Limit);

        code.ShouldBe(0);
        foreach (var option in new[] { "--urls", "--data", "--demo", "Telephony:Carrier", "LEADROUTER__" })
            output.ShouldContain(option);
        Directory.Exists(Path.Combine(_folder, "none")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Telephony:Carrier", "foo")]
    [InlineData("Telephony:Simulated:RingSeconds", "700")]
    [InlineData("Telephony:Simulated:AnswerRate", "often")]
    [InlineData("Accounts:SessionIdleHours", "0")]
    [InlineData("Bootstrap:AdminPassword", "short")]
    [InlineData("Engine:MailboxCapacity", "many")]
    [InlineData("Engine:MailboxCapacity", "0")]
    [InlineData("Engine:IdleAfter", "00:00:00")]
    [InlineData("urls", "nonsense")]
    public async Task A_setting_that_cannot_be_is_named(string setting, string value)
    {
        string[] carrier = setting.StartsWith("Telephony:Simulated", StringComparison.Ordinal) ? ["--Telephony:Carrier", "simulated"] : [];

        await ShouldNotStartAsync(setting == "urls" ? value : setting.Split(':')[^1], [.. carrier, "--urls", "http://127.0.0.1:0", "--data", _folder, $"--{setting}", value]);
    }

    [Theory]
    [InlineData("Store:Postgres", "Cluster:Redis=127.0.0.1")]
    [InlineData("Cluster:Redis", "Cluster:SiloPort=11111")]
    [InlineData("Cluster:SiloPort", "Cluster:Redis=127.0.0.1", "Store:Postgres=Host=127.0.0.1", "Cluster:SiloPort=0")]
    [InlineData("Cluster:GatewayPort", "Cluster:Redis=127.0.0.1", "Store:Postgres=Host=127.0.0.1", "Cluster:GatewayPort=11111")]
    [InlineData("Cluster:Id", "Cluster:Redis=127.0.0.1", "Store:Postgres=Host=127.0.0.1", "Cluster:Id=two words")]
    [InlineData("Cluster:Redis", "Cluster:Redis=,password=secret", "Store:Postgres=Host=127.0.0.1")]
    [InlineData("Telephony:Carrier", "Cluster:Redis=127.0.0.1", "Store:Postgres=Host=127.0.0.1", "Telephony:Carrier=simulated")]
    [InlineData("Store:Postgres", "demo=true", "Store:Postgres=Host=127.0.0.1")]
    [InlineData("Store:Postgres", "Store:Postgres=nonsense")]
    [InlineData("Store:Postgres", "Store:Postgres=Host=127.0.0.1;Port=1;Password=secret", "Store:StartSeconds=0")]
    [InlineData("Store:StartSeconds", "Store:Postgres=Host=127.0.0.1", "Store:StartSeconds=601")]
    public async Task Settings_of_a_cluster_that_do_not_fit_are_named(string named, params string[] settings)
    {
        var output = await ShouldNotStartAsync(named, ["--urls", "http://127.0.0.1:0", "--data", _folder, .. settings.Select(setting => "--" + setting)]);

        output.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await ShouldNotStartAsync(address, ["--data", _folder, "--urls", $"http://{address}"]);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_is_named()
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "in the way");

        await ShouldNotStartAsync(file, ["--data", file, "--urls", "http://127.0.0.1:0"]);
        await ShouldNotStartAsync(file, ["--data", Path.Combine(file, "below"), "--urls", "http://127.0.0.1:0"]);
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "leadrouter.db"), string.Concat(Enumerable.Repeat("this is no database ", 500)));

        await ShouldNotStartAsync("damaged", ["--data", _folder, "--urls", "http://127.0.0.1:0"]);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://127.0.0.1:0;http://*:0")]
    public async Task A_demo_whose_password_everybody_knows_is_not_for_everybody(string urls) =>
        await ShouldNotStartAsync("Bootstrap:AdminPassword", ["--demo", "--data", _folder, "--urls", urls]);

    [Fact]
    public async Task A_database_with_damaged_pages_is_named()
    {
        var database = Path.Combine(_folder, "leadrouter.db");
        await using (var server = await ServerProcess.StartAsync(data: _folder))
        {
            using var api = new Api(server.Address);
            for (var i = 0; i < 20; i++)
                await api.AcceptLeadAsync(server.IntakeKey, new PostLeadRequest { Phone = Support.RunningServer.NewPhone() });
            (await server.StopAsync()).ShouldBe(0);
        }

        // The first pages, with the names of the tables, are whole: the damage shows only when rows are read.
        var bytes = await File.ReadAllBytesAsync(database);
        bytes.AsSpan(bytes.Length / 4).Fill(0xAA);
        await File.WriteAllBytesAsync(database, bytes);

        await ShouldNotStartAsync("damaged", ["--data", _folder, "--urls", "http://127.0.0.1:0"]);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_turned_away_and_the_first_goes_on()
    {
        await using var first = await ServerProcess.StartAsync();

        await ShouldNotStartAsync("in use by another LeadRouter process", ["--data", first.DataFolder, "--urls", "http://127.0.0.1:0"]);

        using var api = new Api(first.Address);
        (await api.AcceptLeadAsync(first.IntakeKey, new PostLeadRequest { Phone = Support.RunningServer.NewPhone() })).LeadId.ShouldNotBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>One line for a human, with the cause in it, and no stack trace.</summary>
    private static async Task<string> ShouldNotStartAsync(string cause, string[] arguments)
    {
        var (code, output) = await ServerProcess.RunToEndAsync(arguments, Limit);

        code.ShouldBe(1, output);
        output.ShouldContain("LeadRouter did not start: ");
        output.ShouldContain(cause);
        output.ShouldNotContain("   at ");
        return output;
    }
}
