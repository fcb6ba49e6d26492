using LeadRouter.Domain.Desks;

namespace LeadRouter.Domain.Tests.Desks;

public sealed class QueueRulesValidatorTests
{
    public static TheoryData<string, int, int, Func<QueueRules, int, QueueRules>> Limits => new()
    {
        { "offerSeconds", 5, 300, (rules, value) => rules with { OfferSeconds = value } },
        { "offerAgainSeconds", 0, 3600, (rules, value) => rules with { OfferAgainSeconds = value } },
        { "ownerFirstSeconds", 0, 3600, (rules, value) => rules with { OwnerFirstSeconds = value } },
        { "priority", 0, 1000, (rules, value) => rules with { Priority = value } },
        { "repeatPriority", 0, 1000, (rules, value) => rules with { RepeatPriority = value } },
        { "ageingSecondsPerPoint", 1, 3600, (rules, value) => rules with { AgeingSecondsPerPoint = value } },
        { "ringSeconds", 5, 600, (rules, value) => rules with { RingSeconds = value } },
        { "attemptBySeconds", 10, 86_400, (rules, value) => rules with { AttemptBySeconds = value } },
        { "dispositionBySeconds", 10, 86_400, (rules, value) => rules with { DispositionBySeconds = value } },
        { "reminders", 0, 10, (rules, value) => rules with { Reminders = value } },
        { "sla.firstAttemptSeconds", 5, 604_800, (rules, value) => rules with { Sla = new SlaRules { FirstAttemptSeconds = value } } },
        { "sla.warnAtPercent", 1, 99, (rules, value) => rules with { Sla = new SlaRules { WarnAtPercent = value } } },
        { "skills.loans", 1, 10, (rules, value) => rules with { Skills = new Dictionary<string, int> { ["loans"] = value } } },
        { "cadence[0].afterMinutes", 1, 43_200, (rules, value) => rules with { Cadence = [new CadenceStep { AfterMinutes = value }] } },
    };

    public static TheoryData<string, QueueRules> BadRules => new()
    {
        { "id", Given.Sales with { Id = "Sales" } },
        { "id", Given.Sales with { Id = "" } },
        { "id", Given.Sales with { Id = new string('x', 41) } },
        { "id", Given.Sales with { Id = null! } },
        { "name", Given.Sales with { Name = null! } },
        { "name", Given.Sales with { Name = new string('x', 101) } },
        { "strategy", Given.Sales with { Strategy = "random" } },
        { "sla", Given.Sales with { Sla = null! } },
        { "cadence", Given.Sales with { Cadence = null! } },
        { "cadence", Given.Sales with { Cadence = [.. Enumerable.Repeat(new CadenceStep { AfterMinutes = 1 }, 21)] } },
        { "cadence[0]", Given.Sales with { Cadence = [null!] } },
        { "cadence[0]", Given.Sales with { Cadence = [new CadenceStep()] } },
        { "cadence[0]", Given.Sales with { Cadence = [new CadenceStep { AfterMinutes = 1, NextWorkingDayAt = "10:00" }] } },
        { "cadence[0].nextWorkingDayAt", Given.Sales with { Cadence = [new CadenceStep { NextWorkingDayAt = "24:00" }] } },
        { "cadence[0].nextWorkingDayAt", Given.Sales with { Cadence = [new CadenceStep { NextWorkingDayAt = "ten" }] } },
        { "skills", Given.Sales with { Skills = null! } },
        { "script", Given.Sales with { Script = null! } },
        { "script", Given.Sales with { Script = Enumerable.Range(0, 21).ToDictionary(i => $"l{i}", _ => "hello") } },
        { "script.en", Given.Sales with { Script = new Dictionary<string, string> { ["en"] = new('x', 20_001) } } },
        { "script.en", Given.Sales with { Script = new Dictionary<string, string> { ["en"] = null! } } },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Validate_EachLimit_HoldsOnBothSides(string field, int least, int most, Func<QueueRules, int, QueueRules> set)
    {
        ProblemsOf(set(Given.Sales, least)).ShouldBeEmpty();
        ProblemsOf(set(Given.Sales, most)).ShouldBeEmpty();
        ProblemsOf(set(Given.Sales, least - 1)).ShouldBe([$"queues[0].{field}"]);
        ProblemsOf(set(Given.Sales, most + 1)).ShouldBe([$"queues[0].{field}"]);
    }

    [Theory]
    [MemberData(nameof(BadRules))]
    public void Validate_BadRules_NameThePlace(string field, QueueRules rules) => ProblemsOf(rules).ShouldContain($"queues[0].{field}");

    private static IEnumerable<string> ProblemsOf(QueueRules rules) =>
        DeskValidator.Validate(Given.Desk with { Queues = [rules], DefaultQueue = rules.Id ?? "" }).Fields;
}
