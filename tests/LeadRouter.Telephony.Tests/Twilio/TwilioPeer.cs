using System.Diagnostics;
using System.Text.Json;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>A test that asks Twilio's own library; skipped, with the reason, where Node or the library is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TwilioPeerFactAttribute : FactAttribute
{
    public TwilioPeerFactAttribute() => Skip = TwilioPeer.Missing;
}

internal static class TwilioPeer
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "peers", "twilio");

    /// <summary>Why the library cannot be asked, or null.</summary>
    public static string? Missing { get; } =
        !Directory.Exists(Path.Combine(Folder, "node_modules", "twilio")) ? "Twilio's library is not installed: run npm ci in tests/peers/twilio"
        : !HasNode() ? "node is not on the path"
        : null;

    public static async Task<JsonElement> AskAsync(object questions)
    {
        using var node = Start("judge.cjs");
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(questions));
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<JsonElement>(answer) : throw new InvalidOperationException(await errors);
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Start("--version");
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string argument) => Process.Start(new ProcessStartInfo("node", argument)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadRouter.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
