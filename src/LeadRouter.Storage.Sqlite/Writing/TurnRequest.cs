namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>One turn of an actor. The version is checked before anything is written, so a conflict leaves its batch-mates alone.</summary>
internal sealed class TurnRequest(TurnWrite turn, CancellationToken cancel) : WriteRequest<bool>(cancel)
{
    public override int Bytes { get; } =
        256 + (turn.State?.Length ?? 0)
        + turn.Events.Sum(e => 128 + e.Data.Length + (e.Personal?.Length ?? 0))
        + turn.Outbox.Sum(m => 128 + m.Body.Length)
        + turn.Index.Sum(i => 64 + (i.Value?.Length ?? 0));

    protected override bool Write(WriteSession session)
    {
        var row = session.Actors.Find(turn.Id);
        if (row.Version != turn.ExpectedVersion)
        {
            Refuse(new VersionConflictException($"{turn.Id} has version {row.Version}; the turn was decided on {turn.ExpectedVersion}."));
            return false;
        }
        if (turn.Consumed is { } consumed && !session.Outbox.Remove(consumed) && turn.WritesMore)
        {
            Refuse(new MessageGoneException($"{turn.Id} consumes message {consumed.Sequence} of {consumed.From}, which is gone."));
            return false;
        }
        WriteActor(session, row);
        foreach (var written in turn.Events) session.Journal.Append(turn.Id, written);
        foreach (var message in turn.Outbox) session.Outbox.Add(message);
        foreach (var change in turn.Index) session.Index.Apply(change);
        if (turn.LeadRow is { } lead && !turn.Delete) session.Leads.Put(lead);
        return true;
    }

    private void WriteActor(WriteSession session, ActorRow row)
    {
        if (turn.Delete)
        {
            session.Actors.Delete(row);
            // A search never names a lead that can no longer be loaded.
            if (turn.Id.Kind == ActorKinds.Lead) session.Leads.Remove(turn.Id.Key);
        }
        else if (turn.State is { } state)
        {
            session.Actors.Put(turn.Id, row, turn.OutboxSequence, turn.DueAt, state);
        }
    }
}
