namespace LeadRouter.Mutation.Tests;

public sealed class MutantTests
{
    [Theory]
    [InlineData("bool", "return x < 3 && s == null;", "x < 3 && s == null -> x < 3 || s == null", "x < 3 -> x <= 3", "3 -> 4", "s == null -> s != null")]
    [InlineData("int", "return x - 2;", "x - 2 -> x + 2", "2 -> 3")]
    [InlineData("string", "return s ?? \"none\";", "s ?? \"none\" -> \"none\"")]
    [InlineData("bool", "return !(s is null);", "!(s is null) -> (s is null)", "s is null -> !(s is null)")]
    [InlineData("int", "if (s.Any(c => c == 'a')) return x; return -x;", "c == 'a' -> c != 'a'", "s.Any(c => c == 'a') -> s.All(c => c == 'a')", "s.Any(c => c == 'a') -> !(s.Any(c => c == 'a'))")]
    [InlineData("R", "return r with { N = x };", "x -> r.N")]
    [InlineData("int", "x += 2; return x;", "2 -> 3", "x += 2; -> x -= 2;")]
    [InlineData("int", "Console.WriteLine(s); return x;", "Console.WriteLine(s); -> nothing")]
    [InlineData("int", "ArgumentNullException.ThrowIfNull(s); return x;")]
    [InlineData("string", "return $\"{x + 1}\";")]
    public void Mutate_Code_MakesTheseMutants(string type, string body, params string[] changes) => Sample.Of(type, body).Changes.ShouldBe(changes, ignoreOrder: true);

    [Theory]
    [InlineData("string", "return s + x;")]
    [InlineData("int", "int y; y = x; return y;")]
    [InlineData("bool", "return r is { N: var n } && int.TryParse(s, out var m);")]
    public void Mutate_MutantThatDoesNotCompile_IsLeftOut(string type, string body) => Sample.Of(type, body).Mutants.ShouldBeEmpty();

    [Fact]
    public void A_mutant_changes_what_it_says_and_nothing_while_it_is_off()
    {
        var sample = Sample.Of("bool", "return x < 3 || x - 1 == 9;");
        sample.Run(null, 3).ShouldBe(false);
        sample.Run("x < 3 -> x <= 3", 3).ShouldBe(true);
        sample.Run("x - 1 -> x + 1", 3).ShouldBe(false);
        sample.Run("x - 1 -> x + 1", 8).ShouldBe(true);
        sample.Run(null, 8).ShouldBe(false);
    }

    [Fact]
    public void Numbers_stay_when_others_are_left_out()
    {
        var sample = Sample.Of("int", "s = s + x; return x - 1;");
        sample.Mutants.ShouldContain(mutant => mutant.Was == "x - 1");
        sample.Mutants.ShouldBeUnique();
        sample.Mutants[0].Id.ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void Classes_ListOfTests_AreNamedOnce() =>
        Runs.Checks.Classes("The following Tests are available:\n    A.B.OneTests.First\n    A.B.OneTests.Second(x: \"c.d (e)\")\n    A.B.TwoTests.Third\n").ShouldBe(["A.B.OneTests", "A.B.TwoTests"]);
}
