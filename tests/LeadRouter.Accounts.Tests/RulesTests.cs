using System.Net;
using System.Security.Cryptography;
using System.Text;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Accounts.Tests;

public sealed class RulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly FailureLimit Limit = new(3, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(10));

    [Fact]
    public void Fail_AtLimit_LocksForTheLockTime()
    {
        var state = FailureState.None.Fail(Now, Limit).Fail(Now.AddMinutes(7), Limit);
        state.LockedFor(Now.AddMinutes(7)).ShouldBeNull();

        state = state.Fail(Now.AddMinutes(14), Limit);

        state.LockedFor(Now.AddMinutes(14)).ShouldBe(TimeSpan.FromMinutes(10));
        state.Fail(Now.AddMinutes(20), Limit).ShouldBe(state);
        state.LockedFor(Now.AddMinutes(24)).ShouldBeNull();
        state.Fail(Now.AddMinutes(24), Limit).FailedCount.ShouldBe(1);
    }

    [Fact]
    public void Fail_AfterTheWindow_CountsAnew() =>
        FailureState.None.Fail(Now, Limit).Fail(Now, Limit).Fail(Now.AddMinutes(15), Limit).FailedCount.ShouldBe(1);

    [Fact]
    public void Table_WhenFull_ForgetsWhatNoLongerMattersThenTheOldest()
    {
        var table = new FailureTable(capacity: 3);
        for (var i = 0; i < 3; i++) table.Fail("old", Now, Limit);
        table.Fail("b", Now.AddMinutes(1), Limit);
        table.Fail("c", Now.AddMinutes(2), Limit);
        table.Fail("d", Now.AddMinutes(3), Limit);
        table.Count.ShouldBe(3);
        table.LockedFor("old", Now.AddMinutes(3)).ShouldBeNull();

        table.Fail("e", Now.AddHours(1), Limit);
        table.Count.ShouldBe(1);
    }

    [Fact]
    public void TokenHash_IsSha256AndReadsBackWhatItWrote()
    {
        var hash = TokenHash.Of("lrk_abc");

        hash.ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("lrk_abc"))));
        TokenHash.TryParse(hash.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(hash);
        TokenHash.TryParse("xyz", out _).ShouldBeFalse();
        TokenHash.TryParse(new string('x', 64), out _).ShouldBeFalse();
    }

    [Fact]
    public void Secrets_Have256BitsAndNeverRepeat()
    {
        var made = Enumerable.Range(0, 1000).Select(_ => Accounts.Secrets.Create("lrk_")).ToHashSet();

        made.Count.ShouldBe(1000);
        made.ShouldAllBe(secret => secret.Length == 4 + 43);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData(null, "local")]
    public void RemoteAddress_CountsIpv6ByNetwork(string? address, string expected) =>
        RemoteAddress.Of(address is null ? null : IPAddress.Parse(address)).ShouldBe(expected);

    [Theory]
    [InlineData("ab", true)]
    [InlineData("anna.b_c-d@example.com", true)]
    [InlineData("a", false)]
    [InlineData(".hidden", false)]
    [InlineData("аnna", false)]
    [InlineData("a/b", false)]
    public void UserError_TakesPlainNamesOnly(string user, bool good) => (AccountRules.UserError(user) is null).ShouldBe(good);

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void PasswordError_Takes8To200(int length, bool good) => (AccountRules.PasswordError(new string('ß', length)) is null).ShouldBe(good);
}
