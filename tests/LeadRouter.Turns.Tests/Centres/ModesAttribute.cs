using System.Reflection;
using LeadRouter.Cluster;
using Xunit.Sdk;

namespace LeadRouter.Turns.Tests.Centres;

/// <summary>Runs a scenario with actors that stay in memory, and with actors that leave it as soon as they rest.</summary>
public sealed class ModesAttribute : DataAttribute
{
    private const string Forgetful = "forgetful";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["plain"], [Forgetful]];

    /// <summary>The host's options in a mode.</summary>
    public static EngineOptions Options(string mode) => mode == Forgetful ? new EngineOptions { IdleAfter = TimeSpan.Zero, MaxActivations = 1 } : new EngineOptions();
}
