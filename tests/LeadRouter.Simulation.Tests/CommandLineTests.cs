using LeadRouter.Simulation.Campaigns;

namespace LeadRouter.Simulation.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Clean_seeds_end_with_their_figures()
    {
        var (code, output, _) = Run(["simulate", "--seeds", "2", "--first-seed", "7", "--days", "0.02"]);
        code.ShouldBe(0);
        output.ShouldContain("2/2 seeds");
        output.ShouldContain("leads a minute of processor time");
    }

    [Fact]
    public void One_seed_tells_its_hash()
    {
        var (_, output, _) = Run(["simulate", "--seeds", "1", "--first-seed", "7", "--days", "0.02"]);
        output.ShouldContain(SimulationRun.Execute(new SimulationOptions { Seed = 7, Days = 0.02 }).Hash);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_violation_is_told_with_the_command_that_shows_it_again(int workers)
    {
        var folder = Directory.CreateTempSubdirectory("leadrouter-simulate-");
        try
        {
            var (code, output, _) = Run(["simulate", "--seeds", "50", "--days", "0.5", "--out", folder.FullName, "--workers", $"{workers}"], FailsFrom(5));
            code.ShouldBe(1);
            output.ShouldContain("VIOLATED Kept: it is gone");
            output.ShouldContain("replay: ./leadrouter simulate --seeds 1 --first-seed 5 --days 0.5 --faults on");
            output.ShouldContain("shortest: ./leadrouter simulate --seeds 1 --first-seed 5 --days 0.5 --faults on --without crashes");
            File.ReadAllLines(Path.Combine(folder.FullName, "seed-5.txt"))[0].ShouldBe("the last thing that happened");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--days", "0")]
    [InlineData("--days", "much")]
    [InlineData("--faults", "perhaps")]
    [InlineData("--workers", "1000")]
    [InlineData("--seads", "3")]
    [InlineData("--without", "everything")]
    public void What_cannot_be_read_is_named(string option, string value)
    {
        var (code, _, error) = Run(["simulate", option, value]);
        code.ShouldBe(2);
        error.ShouldContain(option is "--faults" or "--without" ? value : option);
    }

    [Fact]
    public void What_no_seed_has_reached_is_named_and_fails_the_run()
    {
        var (code, output, _) = Run(["simulate", "--seeds", "2", "--reach"], FailsFrom(1000));
        code.ShouldBe(1);
        output.ShouldContain("NEVER REACHED crash");
    }

    [Fact]
    public void A_file_is_no_folder_for_reports()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, _, error) = Run(["simulate", "--out", file]);
            code.ShouldBe(2);
            error.ShouldContain($"--out {file} is a file");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Every seed from this one on violates an invariant.</summary>
    private static Func<SimulationOptions, RunResult> FailsFrom(int first) => options => new RunResult(
        options.Seed, "hash", 1, 1, 1, options.Seed >= first ? "Kept" : null, options.Seed >= first ? "it is gone" : null, ["the last thing that happened"], "a world", []);

    private static (int Code, string Output, string Error) Run(IReadOnlyList<string> arguments, Func<SimulationOptions, RunResult>? simulate = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (CommandLine.Run(arguments, output, error, simulate), output.ToString(), error.ToString());
    }
}
