using System.Threading.Channels;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Reps;

/// <summary>A rep works on one lead: calls, waits for the carrier, says what came of it. Goes by what the lead says of itself, so that it can begin anywhere.</summary>
internal sealed class LeadWork(LeadDto first, RepScript script, Screen screen)
{
    /// <summary>After an answer the lead's news is on its way; it may be late on a busy machine, and then the step is tried again.</summary>
    private static readonly TimeSpan NewsAfter = TimeSpan.FromSeconds(3);

    private readonly Channel<LeadDto> _news = Channel.CreateUnbounded<LeadDto>();

    public Task Done { get; private set; } = Task.CompletedTask;

    public void Hear(LeadDto lead) => _news.Writer.TryWrite(lead);

    public void Start(Func<Task<HubReply?>> call, Func<CompleteRequest, Task<HubReply?>> complete, CancellationToken stop) =>
        Done = Task.Run(() => RunAsync(call, complete, stop), CancellationToken.None);

    private async Task RunAsync(Func<Task<HubReply?>> call, Func<CompleteRequest, Task<HubReply?>> complete, CancellationToken stop)
    {
        for (var lead = first; screen.IsWorked(lead) && !stop.IsCancellationRequested;)
        {
            TimeSpan? patience = NewsAfter;
            switch (Step(lead))
            {
                case WorkStep.Call when script.CallAfter(lead) is { } pause:
                    await PauseAsync(pause, stop);
                    await call();
                    break;
                case WorkStep.Complete:
                    var (after, body) = script.Result(lead);
                    await PauseAsync(after, stop);
                    await complete(body);
                    break;
                case WorkStep.Wait:
                    patience = script.GiveCallUpAfter(lead);
                    break;
                default:
                    patience = null;
                    break;
            }

            if (await NewsAsync(patience, stop) is { } news)
                lead = news;
            else if (Step(lead) == WorkStep.Wait && !stop.IsCancellationRequested)
                await complete(script.LostCall(lead));
        }
    }

    private static WorkStep Step(LeadDto lead) => lead switch
    {
        { State: "owned" } => WorkStep.Call,
        { State: "reached", Attempts: [.., { EndedAt: not null }] } => WorkStep.Complete,
        _ => WorkStep.Wait,
    };

    /// <summary>The lead's newest word; null when none came in time.</summary>
    private async Task<LeadDto?> NewsAsync(TimeSpan? patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (patience is { } time)
            limit.CancelAfter(time);
        try
        {
            var news = await _news.Reader.ReadAsync(limit.Token);
            while (_news.Reader.TryRead(out var newer))
                news = newer;
            return news;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static Task PauseAsync(TimeSpan pause, CancellationToken stop) =>
        Task.Delay(pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private enum WorkStep { Call, Wait, Complete }
}
