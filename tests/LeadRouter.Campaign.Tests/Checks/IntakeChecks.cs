using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>Holds what the senders were answered against what there is.</summary>
internal static class IntakeChecks
{
    /// <summary>Every lead that was answered exists.</summary>
    public static IEnumerable<string> Kept(Witness world, IReadOnlyDictionary<string, LeadHistory> leads) =>
        from post in world.Posts
        from answer in post.Answers
        where !leads.ContainsKey(answer.LeadId)
        select $"Lost: the post of {post.Phone} was answered 202 with lead {answer.LeadId}, which does not exist.";

    /// <summary>The same key always got the same answer.</summary>
    public static IEnumerable<string> SameAnswer(Witness world) => world.Posts
        .Where(post => post.IdempotencyKey is not null && post.Answers.Distinct().Count() > 1)
        .Select(post => $"Idempotency-Key {post.IdempotencyKey} got {string.Join(" and ", post.Answers.Distinct())}.");

    /// <summary>Per person: each promised post is a lead or is recorded on one, and nothing is there that nobody can have sent.</summary>
    public static IEnumerable<string> CountedOnce(Witness world, IEnumerable<LeadDto> leads)
    {
        var there = leads.GroupBy(lead => lead.Phone!).ToDictionary(person => person.Key, person => person.Sum(lead => 1 + lead.RepeatCount));
        foreach (var person in world.Posts.GroupBy(post => post.Phone))
        {
            var (least, most) = (person.Sum(post => post.Promised), person.Sum(post => post.Possible));
            var found = there.GetValueOrDefault(person.Key);
            if (found < least || found > most)
                yield return $"{person.Key} posted {least} to {most} times, and {found} leads and repeats are there.";
            there.Remove(person.Key);
        }

        foreach (var stranger in there.Keys)
            yield return $"{stranger} never posted and has a lead.";
    }
}
