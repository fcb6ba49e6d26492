using System.Diagnostics;

namespace LeadRouter.TestTools;

/// <summary>Finds and runs programs of the machine.</summary>
public static class Tools
{
    /// <summary>The full path of a program on the path, or null.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, feeding it <paramref name="input"/>; returns its exit code and all it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string[] arguments, string input)
    {
        using var process = Start(name, arguments, redirectInput: true);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    internal static Process Start(string name, IEnumerable<string> arguments, bool redirectInput = false)
    {
        var start = new ProcessStartInfo(Find(name) ?? throw new FileNotFoundException($"{name} is not on the path"), arguments)
        {
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
