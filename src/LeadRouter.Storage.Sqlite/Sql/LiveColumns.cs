using LeadRouter.Domain;
using LeadRouter.Domain.Boards;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>The columns of a lead that only the board reads; null where the lead is closed.</summary>
internal readonly record struct LiveColumns(long? DueSince, long? IsDue, long? IsWorked, string? Activity, long? ActivitySince)
{
    /// <summary>In the order in which <see cref="Of(Statement, int)"/> reads them.</summary>
    public const string Names = "due_since, is_due, is_worked, activity, activity_since";

    public static LiveColumns Of(LiveLead? live) => live is null ? default : new(
        live.DueSince.UtcTicks, live.IsDue ? 1 : 0, live.IsWorked ? 1 : 0, live.Activity?.ToString(), live.Since.UtcTicks);

    public static LiveColumns Of(Statement row, int first) => new(
        row.LongOrNull(first), row.LongOrNull(first + 1), row.LongOrNull(first + 2), row.TextOrNull(first + 3), row.LongOrNull(first + 4));

    public Statement Bind(Statement statement, int first) =>
        statement.Bind(first, DueSince).Bind(first + 1, IsDue).Bind(first + 2, IsWorked).Bind(first + 3, Activity).Bind(first + 4, ActivitySince);

    /// <summary>The lead, with what its row has anyway; null when it is closed.</summary>
    public LiveLead? Live(string state, string queue, string? owner, string? offeredTo) => DueSince is not { } due ? null : new LiveLead(
        queue, LeadRow.StatusOf(state), new DateTimeOffset(due, TimeSpan.Zero), IsDue == 1, IsWorked == 1,
        (offeredTo ?? (IsWorked == 1 ? owner : null)) is { } rep ? new RepId(rep) : null,
        Activity is { } activity ? Enum.Parse<RepActivity>(activity) : null, new DateTimeOffset(ActivitySince!.Value, TimeSpan.Zero));
}
