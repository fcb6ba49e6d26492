namespace LeadRouter.Simulation.Controlled;

/// <summary>A carrier whose every call is answered at once, and lasts until its rep hangs up.</summary>
internal sealed class PromptCarrier(Agenda agenda, Func<Server> server, Action<Task> watch) : ICarrier
{
    private readonly Dictionary<LeadId, TaskCompletionSource<CallOrder>> _talking = [];

    public string Name => "prompt";

    public Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel)
    {
        watch(AnswerAsync(order));
        return Task.FromResult(new PlaceCallResult(PlaceCallOutcome.Taken));
    }

    /// <summary>Completes when the lead has answered.</summary>
    public Task<CallOrder> TalkingAsync(LeadId lead) => Talk(lead).Task;

    public async Task HangUpAsync(CallOrder order)
    {
        _talking.Remove(order.Lead);
        await ReportAsync(order, CallStatus.Completed);
    }

    private async Task AnswerAsync(CallOrder order)
    {
        await ReportAsync(order, CallStatus.Answered);
        Talk(order.Lead).SetResult(order);
    }

    private Task<CarrierReport> ReportAsync(CallOrder order, CallStatus status) =>
        server().ReportAsync(new CarrierReport(order.Lead, order.Attempt, CallLeg.Lead, status, agenda.Now));

    private TaskCompletionSource<CallOrder> Talk(LeadId lead)
    {
        if (!_talking.TryGetValue(lead, out var talk))
            _talking.Add(lead, talk = new TaskCompletionSource<CallOrder>());
        return talk;
    }
}
