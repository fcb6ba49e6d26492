using System.Security.Cryptography;
using System.Text;

namespace LeadRouter.Turns.Contacts;

/// <summary>Addresses of contacts and receipts: hashes, so that no phone or e-mail stands in a key.</summary>
public static class ContactAddress
{
    /// <summary>The key of the contact a post belongs to: its phone, else its e-mail. A test of a customer's number is nothing that the customer did.</summary>
    public static string Key(LeadPost post) => Hash((TestMark.IsTest(post) ? "test " : "") + ContactKey.For(post.Phone, post.Email).Value);

    /// <summary>The key of the receipt of a source's idempotency key.</summary>
    public static string ReceiptKey(string source, string idempotencyKey) => Hash(source + "\n" + idempotencyKey);

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
