namespace LeadRouter.Mutation.Mutants;

/// <summary>What every mutated assembly gets: the class that says which of its mutants is on, and writes down which were reached.</summary>
internal static class MutantSwitch
{
    /// <summary>The environment variable with the number of the one mutant that is on.</summary>
    public const string On = "LEADROUTER_MUTANT";

    /// <summary>The environment variable with the folder that takes the numbers of the mutants that were reached.</summary>
    public const string Reached = "LEADROUTER_MUTANTS_REACHED";

    /// <summary>The class.</summary>
    public const string Type = "LeadRouterMutants.Switch";

    /// <summary>Its source. A number is written when it is first reached, so that what a killed process reached is known too.</summary>
    public static string Source(int first, int count) => $$"""
        namespace LeadRouterMutants;

        internal static class Switch
        {
            private static readonly int On = int.TryParse(System.Environment.GetEnvironmentVariable("{{On}}"), out var on) ? on : -1;
            private static readonly string Reached = System.Environment.GetEnvironmentVariable("{{Reached}}");
            private static readonly string File = System.IO.Path.Combine(Reached ?? "", System.Guid.NewGuid().ToString("N"));
            private static readonly bool[] Seen = new bool[{{count}}];

            public static bool Is(int mutant)
            {
                if (Reached is not null && !Seen[mutant - {{first}}]) See(mutant);
                return mutant == On;
            }

            private static void See(int mutant)
            {
                lock (Seen)
                {
                    if (Seen[mutant - {{first}}]) return;
                    System.IO.File.AppendAllText(File, mutant.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n");
                    Seen[mutant - {{first}}] = true;
                }
            }
        }
        """;
}
