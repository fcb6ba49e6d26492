using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Telephony;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Demo;

/// <summary>
/// A made-up call centre on the real engine: campaigns post leads in waves, twelve reps with moods and shifts work
/// them over the simulated carrier. Nothing leaves the machine.
/// </summary>
public sealed partial class DemoCentre(IActorSystem actors, IIdSource ids, CallStarter calls, TimeProvider time, ILogger<DemoCentre> logger) : BackgroundService, ITurnObserver
{
    private const int Seed = 20260101;

    /// <summary>Leads a minute between the waves; during one, four times as many.</summary>
    private const double LeadsPerMinute = 11;

    private readonly Dictionary<RepId, DemoRep> _reps = CreateReps(actors, calls, time);
    private CancellationToken _stop;

    /// <summary>A campaign's post was taken: the demo's posts do not come through the intake, which counts all others.</summary>
    public event Action<LeadPost, IntakeAnswer>? Posted;

    /// <inheritdoc />
    public void Committed(CommittedTurn turn)
    {
        if (turn.After is not Lead lead)
            return;
        foreach (var recorded in turn.Events)
        {
            if (Actor((LeadEvent)recorded.Data) is { } id && _reps.TryGetValue(id, out var rep))
                _ = GuardAsync(() => rep.ReactAsync(lead, (LeadEvent)recorded.Data, _stop));
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stop = stoppingToken;
        var work = _reps.Values.Select(rep => GuardAsync(() => rep.WorkAsync(stoppingToken)));
        return Task.WhenAll([.. work, GuardAsync(() => PostLeadsAsync(stoppingToken))]);
    }

    private static Dictionary<RepId, DemoRep> CreateReps(IActorSystem actors, CallStarter calls, TimeProvider time)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, DemoPeople.RepNames.Count)
            .Select(number => new DemoRep(new RepId($"demo-{number + 1}"), DemoPeople.Profile(number), DemoMood.Draw(random), new Random(Seed + number), actors, calls, time))
            .ToDictionary(rep => rep.Id);
    }

    private static RepId? Actor(LeadEvent happened) => happened switch
    {
        LeadOffered e => e.RepId,
        OfferAccepted e => e.RepId,
        AttemptEnded e => e.RepId,
        ReminderSent e => e.RepId,
        _ => null,
    };

    private async Task PostLeadsAsync(CancellationToken cancel)
    {
        var random = new Random(Seed);
        var started = time.GetTimestamp();
        while (true)
        {
            var post = DemoPeople.Lead(random);
            var intake = new LeadId(ids.NewId(time.GetUtcNow()));
            var answer = await actors.AskAsync(new ActorId(ActorKinds.Contact, ContactAddress.Key(post)), new RegisterLeadPost(intake, post), cancel);
            Posted?.Invoke(post, answer);
            // A wave of 20 seconds every three minutes, and one to begin with, so that the screens come alive at once.
            var wave = time.GetElapsedTime(started).TotalSeconds % 180 < 20;
            var perMinute = wave ? 4 * LeadsPerMinute : LeadsPerMinute;
            await Task.Delay(TimeSpan.FromMinutes(-Math.Log(1 - random.NextDouble()) / perMinute), time, cancel);
        }
    }

    private async Task GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The demo is over.
        }
        catch (Exception trouble) when (trouble is OverloadedException or StoreUnavailableException)
        {
            LogTrouble(trouble.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo could not act: {trouble}")]
    private partial void LogTrouble(string trouble);
}
