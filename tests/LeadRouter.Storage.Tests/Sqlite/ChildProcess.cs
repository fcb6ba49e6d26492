using System.Diagnostics;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>The program that writes to a folder until it is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    // -D: the process is the program itself, and who kills it does not kill its tracer only.
    private static readonly string[] Unsynced =
        ["strace", "-D", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"];

    /// <param name="pretendsToSync">Every sync of it returns at once without having done anything, which needs strace.</param>
    public ChildProcess(string folder, bool pretendsToSync = false)
    {
        string[] program = [.. pretendsToSync ? Unsynced : [], "dotnet", Path.Combine(AppContext.BaseDirectory, "LeadRouter.Storage.CrashWriter.dll"), folder];
        var start = new ProcessStartInfo(program[0], program[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The writing program did not start.");
    }

    /// <summary>Reads so many lines, kills the process (SIGKILL where there is one) and returns all it had said in whole lines.</summary>
    /// <param name="justBefore">Done when the lines are read, before the kill.</param>
    public async Task<List<string>> KillAfterAsync(int lines, Action? justBefore = null)
    {
        var said = new List<string>();
        while (said.Count < lines && await _process.StandardOutput.ReadLineAsync() is { } line) said.Add(line);
        if (said.Count < lines) throw new InvalidOperationException("The writing program ended: " + await _process.StandardError.ReadToEndAsync());
        justBefore?.Invoke();
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
