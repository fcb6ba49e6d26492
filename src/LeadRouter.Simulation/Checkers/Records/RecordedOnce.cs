using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>Every post that was answered with a 2xx stands in exactly one lead, there once and as it was posted, nobody has two open leads, and a key that comes again with another body is refused.</summary>
internal sealed class RecordedOnce(Verdict verdict) : Checker(verdict)
{
    private readonly Dictionary<LeadId, LeadPost> _posted = [];
    private readonly HashSet<LeadId> _answered = [];
    private readonly HashSet<LeadId> _recorded = [];
    private readonly Dictionary<string, LeadId> _openByPerson = [];

    public override void Posted(LeadId intake, LeadPost post) => _posted.Add(intake, post);

    public override void Accepted(string? key, IntakeAnswer answer) => _answered.Add(answer.Intake);

    public override void KeyWithAnotherBody(string key, IntakeAnswer? answer)
    {
        if (answer is not null)
            Violated($"key {key} was claimed before by another post, and this one was answered with {answer}");
    }

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadReceived e:
                Record(e.LeadId, lead.Id, e.Post);
                if (!_openByPerson.TryAdd(PersonOf(e.Post), lead.Id))
                    Violated($"{PersonOf(e.Post)} has the open leads {_openByPerson[PersonOf(e.Post)]} and {lead.Id}");
                break;
            case LeadRepeated e:
                Record(e.Intake, lead.Id, e.Post);
                if (PersonOf(e.Post) != PersonOf(lead.Post!))
                    Violated($"a post of {PersonOf(e.Post)} was recorded on lead {lead.Id} of {PersonOf(lead.Post!)}");
                break;
            case LeadClosed:
                _openByPerson.Remove(PersonOf(lead.Post!));
                break;
        }
    }

    public override void End(FinalView view)
    {
        foreach (var intake in _answered)
        {
            if (!_recorded.Contains(intake))
                Violated($"post {intake} was answered with a 2xx and stands in no lead");
        }
    }

    private static string PersonOf(LeadPost post) => post.Phone?.Value ?? post.Email!;

    private void Record(LeadId intake, LeadId lead, LeadPost post)
    {
        if (!_recorded.Add(intake))
            Violated($"post {intake} is recorded a second time, on lead {lead}");
        else if (!_posted.Remove(intake, out var posted) || posted with { Queue = post.Queue } != post)
            Violated($"lead {lead} has of post {intake}: {post}; posted was {posted}");
    }
}
