using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace LeadRouter.Domain.Tests.Contacts;

/// <summary>One question to the oracle; the script in PhoneOracle says what each operation needs.</summary>
public sealed record OracleQuestion(string Op, string? Country = null, string? E164 = null, string? Raw = null);

/// <summary>One answer; what its operation does not give is null or false.</summary>
public sealed record OracleAnswer(bool Valid, bool Possible, string? E164, string? National, string? International, string? Uri);

/// <summary>Asks libphonenumber-js, which shares no code with us, about phone numbers: many questions in one process.</summary>
internal static class PhoneOracle
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Folder = typeof(PhoneOracle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PhoneOracleFolder").Value!;

    /// <summary>Whether the oracle can answer here; its package is installed if need be, and a failure of that is the test's failure.</summary>
    public static async Task<bool> IsHereAsync()
    {
        if (await RunAsync("node", ["--version"], "") is null) return false;
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "libphonenumber-js"))) return true;
        var (exitCode, _, error) = (await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], "")).ShouldNotBeNull();
        exitCode.ShouldBe(0, error);
        return true;
    }

    /// <summary>The answers in the order of the questions.</summary>
    public static async Task<IReadOnlyList<OracleAnswer>> AskAsync(IReadOnlyCollection<OracleQuestion> questions)
    {
        var asked = string.Join('\n', questions.Select(question => JsonSerializer.Serialize(question, JsonSerializerOptions.Web)));
        var (exitCode, output, error) = (await RunAsync("node", ["oracle.js"], asked)).ShouldNotBeNull();
        exitCode.ShouldBe(0, error);
        var answers = output.Split('\n').Select(line => JsonSerializer.Deserialize<OracleAnswer>(line, JsonSerializerOptions.Web)!).ToList();
        answers.Count.ShouldBe(questions.Count);
        return answers;
    }

    private static async Task<(int ExitCode, string Output, string Error)?> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }
}
