namespace LeadRouter.Domain.Queues.Policies;

/// <summary>Of the reps who may have a lead, which one gets it. Pure and total: a replay chooses the same. A queue's <c>strategy</c> names it.</summary>
public interface IRepPolicy
{
    /// <summary>As in the desk, in decisions and in metrics: camelCase, at most 40 characters.</summary>
    string Name { get; }

    /// <summary>Below 0 when <paramref name="a"/> goes first; 0 only for one and the same rep.</summary>
    int Compare(RepLoad a, RepLoad b, DateTimeOffset now);
}

/// <summary>A rep as a policy sees him or her in a round of matching.</summary>
/// <param name="Held">Leads held, those included that the round has just given.</param>
public readonly record struct RepLoad(RepStatus Rep, int Held);
