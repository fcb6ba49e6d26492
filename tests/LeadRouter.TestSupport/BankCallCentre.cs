namespace LeadRouter.TestSupport;

/// <summary>
/// Where the real records of a call centre lie: 'Anonymous Bank', Israel, January 1999, one row per inbound call, 31,599 calls. Organised by
/// Ilan Guedj and Avi Mandelbaum, Industrial Engineering and Management, Technion; free for use with acknowledgement (keep this sentence
/// where the data is used).
/// </summary>
public static class BankCallCentre
{
    /// <summary>What a test prints when the file is not there.</summary>
    public const string SkipReason =
        "Skipped: bank-call-centre-1999-01.tsv.gz is neither beside the repository in shared/data nor under LEADROUTER_SHARED.";

    private const string FileName = "bank-call-centre-1999-01.tsv.gz";

    /// <summary>The path of the file, or null: first under <c>LEADROUTER_SHARED</c>, then in a <c>shared</c> beside any folder above the test.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LEADROUTER_SHARED") is { Length: > 0 } shared)
            return Existing(Path.Combine(shared, "data", FileName));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", "data", FileName)) is { } path) return path;
        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
