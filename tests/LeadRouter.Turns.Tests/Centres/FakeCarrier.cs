using System.Collections.Concurrent;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Tests.Centres;

/// <summary>A carrier that remembers what it was asked and does as a test says. It outlives the crashes of the process.</summary>
public sealed class FakeCarrier : ICarrier
{
    private readonly ConcurrentQueue<CallOrder> _orders = new();

    public string Name => "fake";

    /// <summary>Every order, oldest first.</summary>
    public IReadOnlyList<CallOrder> Orders => [.. _orders];

    /// <summary>What placing a call comes to.</summary>
    public Func<CallOrder, PlaceCallResult> Answer { get; set; } = _ => new PlaceCallResult(PlaceCallOutcome.Taken);

    public Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel)
    {
        _orders.Enqueue(order);
        return Task.FromResult(Answer(order));
    }
}
