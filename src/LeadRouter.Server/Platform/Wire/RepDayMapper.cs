namespace LeadRouter.Server.Platform.Wire;

/// <summary>From a rep's counters of the day to what is shown of them.</summary>
internal static class RepDayMapper
{
    public static RepTodayDto ToDto(RepDay? rep, string currency) => rep is null
        ? new RepTodayDto(0, 0, 0, 0, 0, new MoneyDto(0, currency))
        : new RepTodayDto(rep.Accepted, rep.Missed, rep.Calls, rep.Contacts, rep.Deals, new MoneyDto(rep.Revenue, currency));
}
