namespace LeadRouter.Simulation.Timing;

/// <summary>A place in time: first by the instant, then by when it was entered.</summary>
internal readonly record struct Moment(long Ticks, long Order) : IComparable<Moment>
{
    public int CompareTo(Moment other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Order.CompareTo(other.Order);
}
