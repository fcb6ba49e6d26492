using LeadRouter.Domain.Contacts;
using LeadRouter.Turns.Contacts;

namespace LeadRouter.Server.Features.Intake;

/// <summary>
/// Brings posts to their contacts, each once, and counts them under the name of the source whose key they came with: what a
/// sender calls itself in the body may be anything, and is no label.
/// </summary>
internal sealed class PostRegistrar(IActorSystem actors, IIdSource ids, RouterMetrics metrics, TimeProvider time)
{
    /// <summary>Completes when the post is durable. Not cancelled when its sender gives up: what is taken all the same is counted.</summary>
    public async Task<RegisteredPost> RegisterAsync(IntakeSource source, string? idempotencyKey, string fingerprint, LeadPost post)
    {
        var id = ids.NewId(time.GetUtcNow());
        var intake = TestMark.IsTest(post) ? LeadId.ForTest(id) : new LeadId(id);
        var contact = ContactAddress.Key(post);
        if (Identity(idempotencyKey, post) is not { } identity)
            return await NewAsync(source, contact, intake, post);
        // Of posts with one key at the same moment, on whichever server, the receipt takes one; the others get its answer.
        var receipt = new ActorId(ActorKinds.Receipt, ContactAddress.ReceiptKey(source.SourceId, identity));
        var claimed = await actors.AskAsync(receipt, new ClaimReceipt(fingerprint, contact, intake, post));
        if (claimed is { SamePayload: true, Replayed: true })
            return new RegisteredPost(await AskContactAsync(claimed.Contact, claimed.Intake, post), Replayed: true);
        if (claimed.SamePayload)
            return await NewAsync(source, claimed.Contact, claimed.Intake, post);
        // The sender's own id again with other words is news about the same lead, not a conflict.
        return idempotencyKey is null ? await NewAsync(source, contact, intake, post) : new RegisteredPost(null, Replayed: false);
    }

    /// <summary>Counts a post that was taken, once; a test is not counted.</summary>
    /// <param name="source">A registered one; the demo's campaigns stand for some.</param>
    public void Count(string source, LeadPost post, IntakeAnswer answer)
    {
        if (answer.Intake.IsTest)
            return;
        if (answer.IsRepeat)
            metrics.Leads.Repeated(post.Queue, source);
        else
            metrics.Leads.Received(post.Queue, source);
    }

    private async Task<RegisteredPost> NewAsync(IntakeSource source, string contact, LeadId intake, LeadPost post)
    {
        var answer = await AskContactAsync(contact, intake, post);
        Count(source.Name, post, answer);
        return new RegisteredPost(answer, Replayed: false);
    }

    private Task<IntakeAnswer> AskContactAsync(string contact, LeadId intake, LeadPost post) =>
        actors.AskAsync(new ActorId(ActorKinds.Contact, contact), new RegisterLeadPost(intake, post));

    /// <summary>What a post is known by: the sender's key, else the sender's own id of the lead.</summary>
    private static string? Identity(string? idempotencyKey, LeadPost post) =>
        idempotencyKey is not null ? "k:" + idempotencyKey : post.ExternalId is { } external ? "x:" + external : null;
}

/// <summary>What became of a post.</summary>
/// <param name="Answer">Null: its idempotency key was used with another body.</param>
/// <param name="Replayed">The answer is that to an earlier post.</param>
internal sealed record RegisteredPost(IntakeAnswer? Answer, bool Replayed);
