namespace LeadRouter.Server.Tests.Support;

/// <summary>Reads what follows the journal a moment behind, when it has caught up with what was done before.</summary>
internal static class CaughtUp
{
    /// <summary>The list of reps waits for the board; a board that was put together later has all that it waited for.</summary>
    public static async Task<BoardDto> BoardAsync(Api admin)
    {
        await admin.GetAsync<RepDto[]>("/api/v1/reps");
        var since = DateTimeOffset.UtcNow;
        return await Eventually.SeesAsync(() => admin.GetAsync<BoardDto>("/api/v1/board"), board => board.At >= since, "a newer board");
    }
}
