using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>One lead as its sender knows it: what was sent, and every answer that came back.</summary>
internal sealed class Post(string phone, string? idempotencyKey, string? queue = null)
{
    private readonly Lock _lock = new();
    private readonly List<PostLeadResponse> _answers = [];
    private int _unanswered;

    public string Phone => phone;

    public string? IdempotencyKey => idempotencyKey;

    public string? Queue => queue;

    public IReadOnlyList<PostLeadResponse> Answers
    {
        get
        {
            lock (_lock)
                return [.. _answers];
        }
    }

    /// <summary>How many leads or repeats the answers promise.</summary>
    public int Promised
    {
        get
        {
            lock (_lock)
                return idempotencyKey is null ? _answers.Count : Math.Min(1, _answers.Count);
        }
    }

    /// <summary>How many leads or repeats there may be at most: a send that was cut off may have been taken.</summary>
    public int Possible
    {
        get
        {
            lock (_lock)
                return idempotencyKey is null ? _answers.Count + _unanswered : Math.Min(1, _answers.Count + _unanswered);
        }
    }

    public void Answered(PostLeadResponse answer)
    {
        lock (_lock)
            _answers.Add(answer);
    }

    public void CutOff()
    {
        lock (_lock)
            _unanswered++;
    }
}
