namespace LeadRouter.Domain.Desks;

/// <summary>The desk that ships: good enough to sell with on the first day.</summary>
public static class DefaultDesk
{
    /// <summary>One queue <c>sales</c> with a 60 s promise, the usual dispositions in English, Hebrew and Russian.</summary>
    public static Desk Create() => new()
    {
        Name = "My call centre",
        Queues =
        [
            new QueueRules
            {
                Id = "sales",
                Name = "Sales",
                Script = new Dictionary<string, string>
                {
                    ["en"] = "Hello, this is {rep}. You left us your details about {campaign}. Is now a good time for two minutes?",
                    ["he"] = "שלום, מדבר/ת {rep}. השארת אצלנו פרטים בנושא {campaign}. זה זמן טוב לשתי דקות?",
                },
            },
        ],
        Dispositions =
        [
            Of("won", DispositionOutcome.Won, "Deal won", "נסגרה עסקה", "Сделка"),
            Of("callback", DispositionOutcome.Callback, "Call back later", "לחזור מאוחר יותר", "Перезвонить"),
            Of("noAnswer", DispositionOutcome.NoAnswer, "No answer", "אין מענה", "Не отвечает"),
            Of("notInterested", DispositionOutcome.Lost, "Not interested", "לא מעוניין", "Не интересно"),
            Of("tooExpensive", DispositionOutcome.Lost, "Too expensive", "יקר מדי", "Слишком дорого"),
            Of("wrongNumber", DispositionOutcome.Invalid, "Wrong number", "מספר שגוי", "Неверный номер"),
        ],
    };

    private static Disposition Of(string id, DispositionOutcome outcome, string english, string hebrew, string russian) => new()
    {
        Id = id,
        Outcome = outcome,
        Labels = new Dictionary<string, string> { ["en"] = english, ["he"] = hebrew, ["ru"] = russian },
    };
}
