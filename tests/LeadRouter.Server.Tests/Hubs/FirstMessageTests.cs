using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Hubs;

/// <summary>A screen that opens in the middle of the rush knows nothing yet: news that came before its State would be put on what it showed before the connection was lost.</summary>
public sealed class FirstMessageTests(ManualServer server) : IClassFixture<ManualServer>
{
    private const int Screens = 40;

    [Fact]
    public async Task The_first_message_on_a_screen_is_its_State()
    {
        await using var rep = await server.OpenRepAsync("rushed");
        rep.Desk.OfferMade += offer => _ = rep.Desk.DeclineAsync(offer.OfferId);
        using var stop = new CancellationTokenSource();
        var rush = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
                await server.PostLeadAsync();
        }));

        var firsts = new List<string?>();
        for (var i = 0; i < Screens; i++)
        {
            string? first = null;
            await using var screen = await RepClient.ConnectAsync(server.Address, rep.Rep.Token, desk =>
            {
                desk.StateChanged += _ => first ??= "State";
                desk.OfferMade += _ => first ??= "OfferMade";
                desk.OfferEnded += _ => first ??= "OfferEnded";
                desk.LeadUpdated += _ => first ??= "LeadUpdated";
            });
            firsts.Add(first);
        }

        await stop.CancelAsync();
        await rush;
        firsts.ShouldAllBe(first => first == "State");
    }
}
