using System.Text;
using Xunit.Abstractions;
using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

/// <summary>Whatever bytes come, the answer is a lead or a refusal in sentences, never an exception.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 10_000;

    private static readonly string[] ContentTypes =
        [Json, Form, "multipart/form-data; boundary=b", "application/json; charset=UTF-8", "application/ld+json"];

    private static readonly string[] Seeds =
    [
        """{"externalId":"17","name":"Dana","phone":"052-1234567","email":"dana@example.com","queue":"vip","language":"he","score":87.5}""",
        """{"phone":"\u0660\ud83d\ude00","consent":{"text":"a","at":"2026-03-01T09:00:00Z","kind":null},"attributes":{"a":1,"b":[{}]}}""",
        """{"email":"דנה@דוגמה.קום","requestedAt":"9999-12-31T23:59:59.9999999-14:00","score":1e308,"attributes":{"":""}}""",
        "full_name=Dana&tel=%2B972521234567&attributes[x]=1&utm_source=%FF%00&score=1e400&consent_at=2026-01-01",
        "--b\r\nContent-Disposition: form-data; name=\"tel\"\r\n\r\n0521234567\r\n--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\nz\r\n--b--\r\n",
    ];

    [Fact]
    public void Random_bytes_never_throw() => Run(random =>
    {
        var body = new byte[random.Next(200)];
        random.NextBytes(body);
        return body;
    });

    [Fact]
    public void Mutated_posts_never_throw() => Run(random =>
    {
        var body = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]).ToList();
        for (var slips = random.Next(6); slips > 0 && body.Count > 0; slips--)
            Mutate(random, body);
        return [.. body];
    });

    private static void Mutate(Random random, List<byte> body)
    {
        var at = random.Next(body.Count);
        var length = random.Next(1, Math.Min(20, body.Count - at + 1));
        switch (random.Next(5))
        {
            case 0: body[at] = (byte)random.Next(256); break;
            case 1: body.RemoveRange(at, length); break;
            case 2: body.InsertRange(random.Next(body.Count), body.GetRange(at, length)); break;
            case 3: body.InsertRange(at, Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)])); break;
            default: body.Insert(at, (byte)"{}[]\",:\\&=%;-\r\n\0"[random.Next(15)]); break;
        }
    }

    private void Run(Func<Random, byte[]> makeBody)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}.");
        var random = new Random(seed);
        var taken = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var contentType = ContentTypes[random.Next(ContentTypes.Length)];
            var body = makeBody(random);
            try
            {
                var result = Accept(contentType, body);
                ShouldBeWhole(result);
                if (result.Post is not null) taken++;
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}, {contentType}: {Convert.ToBase64String(body)}", failure);
            }
        }
        output.WriteLine($"{Rounds} posts, {taken} taken.");
    }
}
