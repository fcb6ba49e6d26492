using System.Diagnostics;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>The program that writes to a folder until it is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    public ChildProcess(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LeadRouter.Storage.CrashWriter.dll"));
        start.ArgumentList.Add(folder);
        _process = Process.Start(start) ?? throw new InvalidOperationException("The writing program did not start.");
    }

    /// <summary>Reads so many lines, kills the process (SIGKILL where there is one) and returns all it had said in whole lines.</summary>
    public async Task<List<string>> KillAfterAsync(int lines)
    {
        var said = new List<string>();
        while (said.Count < lines && await _process.StandardOutput.ReadLineAsync() is { } line) said.Add(line);
        if (said.Count < lines) throw new InvalidOperationException("The writing program ended: " + await _process.StandardError.ReadToEndAsync());
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        // What follows the last line break was cut off in the middle.
        said.AddRange(rest.Split('\n').SkipLast(1));
        return said;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        var errors = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
