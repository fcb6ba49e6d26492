using System.Globalization;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>The check that the image runs, on a real server.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task The_check_tells_a_server_that_is_well_from_one_that_is_not()
    {
        await using var server = await ServerProcess.StartAsync();
        async Task<int> Check(string path) => (await Commands.TryAsync($"deploy/health.sh {path} {server.Address.Port.ToString(CultureInfo.InvariantCulture)}")).ExitCode;

        (await Check("/health/live")).ShouldBe(0);
        (await Check("/health/ready")).ShouldBe(0);
        (await Check("/api/v1/board")).ShouldBe(1);

        await server.SignalAsync("STOP");
        (await Check("/health/live")).ShouldNotBe(0);
        await server.KillAsync();
        (await Check("/health/live")).ShouldNotBe(0);
    }
}
