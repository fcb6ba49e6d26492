namespace LeadRouter.Architecture.Tests;

public sealed class MethodsTests
{
    private const string Source = """
        namespace A;

        public sealed class B(
            int c) : D
        {
            public int Short()
            {
                return 1;
            }

            public int Long()
            {
                var x = 1;
                {
                    x++;
                }
                return x;
            }
        }
        """;

    [Theory]
    [InlineData(1, new[] { 12 })]
    [InlineData(5, new int[0])]
    public void LongerThan_CountsBodiesAndNotTypes(int limit, int[] expected) => Methods.LongerThan(limit, Source).ShouldBe(expected);
}
