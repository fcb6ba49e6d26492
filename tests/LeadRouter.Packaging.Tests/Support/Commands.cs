using System.Diagnostics;

namespace LeadRouter.Packaging.Tests.Support;

/// <summary>Runs commands in bash, as an operator types them.</summary>
internal static class Commands
{
    /// <summary>Runs them in the repository's root; any that fails fails the test with all that was said.</summary>
    public static async Task<string> RunAsync(string commands, params (string Name, string Value)[] environment)
    {
        var (code, output) = await TryAsync(commands, environment);
        code.ShouldBe(0, $"{commands}\n{output}");
        return output;
    }

    /// <summary>Runs them and gives the exit code.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(string commands, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Did not end within a minute: {commands}");
        }

        return (process.ExitCode, string.Concat(await said));
    }
}
