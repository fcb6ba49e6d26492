namespace LeadRouter.Turns.Contacts;

/// <summary>A post by this contact; answered when it is durable.</summary>
public sealed record RegisterLeadPost(LeadId Intake, LeadPost Post) : Ask<IntakeAnswer>, IRepeatable;

/// <summary>A command to a contact.</summary>
public sealed record TellContact(ContactCommand Command) : Message;

/// <summary>Claims an idempotency key for a post: the first claim wins and carries the post to its contact.</summary>
/// <param name="Fingerprint">Of the payload.</param>
/// <param name="Contact">Key of the contact the post goes to.</param>
public sealed record ClaimReceipt(string Fingerprint, string Contact, LeadId Intake, LeadPost Post) : Ask<ReceiptReply>, IRepeatable;

/// <summary>What a claim found.</summary>
/// <param name="Replayed">The key was claimed before.</param>
/// <param name="SamePayload">By the same payload.</param>
/// <param name="Intake">The id of the first post with this key.</param>
public sealed record ReceiptReply(bool Replayed, bool SamePayload, LeadId Intake, string Contact);
