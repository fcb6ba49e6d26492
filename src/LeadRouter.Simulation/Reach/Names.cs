namespace LeadRouter.Simulation.Reach;

/// <summary>How what is reached is called.</summary>
internal static class Names
{
    public static string Of(string what, object which) => $"{what} {(which is Type type ? type.Name : which)}";

    public static string Change(LeadStatus from, LeadStatus to) => $"from {from} to {to}";
}
