namespace LeadRouter.Domain.Queues;

/// <summary>The reps of a queue by their newest word: each is found at once, and they are gone through in order of id.</summary>
internal sealed class QueueMembers
{
    private readonly Dictionary<RepId, RepStatus> _byId = [];
    private readonly SortedList<RepId, RepStatus> _inOrder = [];

    public int Count => _byId.Count;

    /// <summary>In order of id.</summary>
    public IEnumerable<RepStatus> All => _inOrder.Values;

    public RepStatus? Find(RepId rep) => _byId.GetValueOrDefault(rep);

    public void Put(RepStatus rep) => _byId[rep.Id] = _inOrder[rep.Id] = rep;

    public void Remove(RepId rep)
    {
        if (_byId.Remove(rep))
            _inOrder.Remove(rep);
    }

    /// <summary>Forgets everyone who is no member any more.</summary>
    public void Retain(Func<RepId, bool> isMember)
    {
        foreach (var gone in _byId.Keys.Where(rep => !isMember(rep)).ToList())
            Remove(gone);
    }
}
