namespace LeadRouter.Turns.Contacts;

/// <summary>
/// An idempotency key of one source as an actor: the first claim wins, and from that write on the post is on its way
/// to its contact even if the process dies before the answer. Forgotten after <see cref="Lifetime"/>.
/// </summary>
public sealed class ReceiptActor : IActor<ReceiptActor.Receipt>
{
    /// <summary>How long a key lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    public string Kind => ActorKinds.Receipt;

    public long Sequence(Receipt state) => 0;

    public Turn Receive(ActorId id, Receipt? receipt, Message message, TurnContext context)
    {
        return message switch
        {
            ClaimReceipt m when receipt is null => Claim(m, context),
            ClaimReceipt m => Turn.Unchanged(receipt, receipt.ForgetAt, new ReceiptReply(true, m.Fingerprint == receipt.Fingerprint, receipt.Intake, receipt.Contact)),
            Wake when receipt is not null && receipt.ForgetAt <= context.Now => new Turn { Delete = true },
            Wake => Turn.Unchanged(receipt, receipt?.ForgetAt),
            _ => throw new InvalidOperationException($"A receipt does not take {message.GetType().Name}."),
        };
    }

    private static Turn Claim(ClaimReceipt message, TurnContext context)
    {
        var receipt = new Receipt(message.Fingerprint, message.Contact, message.Intake, context.Now + Lifetime);
        return new Turn
        {
            State = receipt,
            DueAt = receipt.ForgetAt,
            // Not in the journal: a key that is forgotten can be claimed anew, and no event may carry a number twice.
            Save = true,
            Outbox = [new Envelope(new ActorId(ActorKinds.Contact, message.Contact), new RegisterLeadPost(message.Intake, message.Post))],
            Reply = new ReceiptReply(false, true, message.Intake, message.Contact),
        };
    }

    /// <summary>Who claimed the key, and with what.</summary>
    public sealed record Receipt(string Fingerprint, string Contact, LeadId Intake, DateTimeOffset ForgetAt);
}
