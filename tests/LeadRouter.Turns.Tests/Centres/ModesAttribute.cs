using System.Globalization;
using System.Reflection;
using LeadRouter.Hosting.Embedded;
using Xunit.Sdk;

namespace LeadRouter.Turns.Tests.Centres;

/// <summary>Runs a scenario on the plain host and on the hostile one with several seeds; the name of the mode holds the seed.</summary>
public sealed class ModesAttribute : DataAttribute
{
    private const string Hostile = "torture-";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["plain"], .. Enumerable.Range(1, 3).Select(seed => new object[] { Hostile + seed })];

    /// <summary>The host's options in a mode.</summary>
    public static EmbeddedHostOptions Options(string mode) => new()
    {
        Torture = mode.StartsWith(Hostile, StringComparison.Ordinal) ? new TortureOptions(int.Parse(mode[Hostile.Length..], CultureInfo.InvariantCulture), 0.3) : null,
    };
}
