using System.Globalization;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Demo;

/// <summary>Made-up leads and reps, drawn from a seed. The phones are of a range that is never given to anybody.</summary>
internal static class DemoPeople
{
    private static readonly string[] First = ["Dana", "Yossi", "Noa", "Amit", "Maya", "Eitan", "Tamar", "Omer", "Shira", "Igor", "Olga", "Adam", "Rina", "Gal", "Lior", "Ella", "דנה", "יוסי", "נועה", "עמית", "מאיה", "רונית", "Светлана", "Борис"];
    private static readonly string[] Last = ["Levi", "Cohen", "Mizrahi", "Peretz", "Friedman", "Biton", "Katz", "Azoulay", "Shapira", "Gold", "לוי", "כהן", "מזרחי", "פרץ", "Иванова"];
    private static readonly string[] Messages = ["Please call me back", "How much does it cost?", "I saw your advert and want to hear more", "מעוניין לשמוע פרטים", "אפשר לחזור אליי היום?", "Call after work if you can", "Is there a discount this month?"];

    private static readonly (string Campaign, string Source, string Queue, double Share)[] Campaigns =
    [
        ("Autumn sale", "facebook", "sales", 0.30),
        ("Search brand", "google", "sales", 0.20),
        ("Solar roof quiz", "landing page", "solar", 0.20),
        ("Influencer week", "tiktok", "sales", 0.12),
        ("Contract ends soon", "crm", "renewals", 0.18),
    ];

    private static readonly string[] Reps = ["Avi", "Michal", "Roni", "Daniel", "Hila", "Oren", "Sivan", "Tal", "Yael", "Nadav", "Anna", "Moshe"];

    internal static IReadOnlyList<string> RepNames => Reps;

    internal static LeadPost Lead(Random random)
    {
        var campaign = Campaigns[^1];
        var draw = random.NextDouble();
        foreach (var candidate in Campaigns)
        {
            campaign = candidate;
            if ((draw -= candidate.Share) < 0)
                break;
        }

        var name = $"{First[random.Next(First.Length)]} {Last[random.Next(Last.Length)]}";
        return new LeadPost
        {
            Name = name,
            Phone = Phone.Of(string.Create(CultureInfo.InvariantCulture, $"+972555{random.Next(0, 1_000_000):000000}")),
            Source = campaign.Source,
            Campaign = campaign.Campaign,
            Queue = campaign.Queue,
            Message = random.NextDouble() < 0.6 ? Messages[random.Next(Messages.Length)] : null,
            Score = random.Next(20, 100),
        };
    }

    internal static RepProfile Profile(int number) => new()
    {
        Name = Reps[number % Reps.Length],
        Queues = (number % 3) switch { 0 => ["sales", "solar"], 1 => ["sales", "renewals"], _ => ["sales", "solar", "renewals"] },
    };
}
