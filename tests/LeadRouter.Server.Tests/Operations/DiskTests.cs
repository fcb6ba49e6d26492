using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A disk that is full or cannot be written: never a 202 that can be lost, and back to work without a restart.</summary>
public sealed class DiskTests
{
    [MountFact]
    public async Task A_full_disk_turns_posts_away_and_recovers_by_itself()
    {
        await using var disk = await SmallDisk.MountAsync("size=24m");
        await using var server = await ServerProcess.StartAsync(data: disk.Folder);
        using var admin = await CallCentre.AdminAsync(server);
        var token = admin.Http.DefaultRequestHeaders.Authorization!.Parameter;
        var accepted = new List<string>();
        async Task<Answer> PostAsync()
        {
            var answer = await admin.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone(), Message = new string('x', 2000) }, server.IntakeKey);
            if (answer.Status == 202)
                accepted.Add(answer.Read<PostLeadResponse>().LeadId);
            return answer;
        }

        for (var i = 0; i < 20; i++)
            (await PostAsync()).Status.ShouldBe(202);

        // When the disk is full, a post is turned away with the time to come again, and balancers are told
        disk.Fill();
        var refused = await Eventually.SeesAsync(PostAsync, answer => answer.Status != 202, "the first post that finds no room");
        refused.ShouldBeProblem(503, "store_unavailable");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await admin.GetAsync("/health/ready", null)).Status.ShouldBe(503);
        (await admin.GetAsync("/health/live", null)).Status.ShouldBe(200);
        (await PrometheusPage.OfAsync(admin))["leadrouter_store_healthy"].ShouldBe(0);
        (await admin.GetAsync($"/api/v1/leads/{accepted[0]}", token)).Status.ShouldBe(200);
        (await admin.PostAsync("/api/v1/sources", new CreateSourceRequest("no room", "api", null), token)).ShouldBeProblem(503, "store_unavailable");

        // Then with room it goes on by itself, and nothing that was accepted is missing
        disk.MakeRoom();
        await Eventually.SeesAsync(() => admin.GetAsync("/health/ready", null), answer => answer.Status == 200, "readiness");
        (await PostAsync()).Status.ShouldBe(202);
        foreach (var leadId in accepted)
            await Eventually.SeesAsync(() => admin.GetAsync($"/api/v1/leads/{leadId}", token), answer => answer.Status == 200, $"the accepted lead {leadId}");
        await Eventually.SeesAsync(() => admin.GetAsync<BoardDto>("/api/v1/board"), board => board.Totals.Received == accepted.Count, $"{accepted.Count} leads and no more");
        (await server.StopAsync()).ShouldBe(0, server.Output);
        await server.StartAgainAsync();
        (await admin.GetAsync<BoardDto>("/api/v1/board")).Totals.Received.ShouldBe(accepted.Count);
    }

    [MountFact]
    public async Task On_a_full_disk_a_desk_that_opens_is_closed_and_the_log_names_the_disk_alone()
    {
        await using var disk = await SmallDisk.MountAsync("size=24m");
        await using var server = await ServerProcess.StartAsync(data: disk.Folder);
        using var admin = await CallCentre.AdminAsync(server);
        var rep = (await CallCentre.AddRepsAsync(admin, 1)).Single();
        disk.Fill();
        await Eventually.SeesAsync(
            () => admin.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone(), Message = new string('x', 2000) }, server.IntakeKey),
            answer => answer.Status == 503, "the first post that finds no room");

        // When a desk opens, it cannot be taken down who is there: the connection ends
        using var closed = new CancellationTokenSource();
        var opening = RepClient.ConnectAsync(server.Address, rep.Token, desk => desk.Closed += _ => closed.Cancel(), closed.Token);
        (await Should.ThrowAsync<Exception>(opening.WaitAsync(TimeSpan.FromSeconds(10)))).ShouldNotBeOfType<TimeoutException>();

        // Then with room the next one is welcome
        disk.MakeRoom();
        await Eventually.SeesAsync(() => admin.GetAsync("/health/ready", null), answer => answer.Status == 200, "readiness");
        await using (var desk = await RepClient.ConnectAsync(server.Address, rep.Token))
            desk.State!.RepId.ShouldBe(rep.RepId);
        (await server.StopAsync()).ShouldBe(0, server.Output);
        var errors = server.Lines.Where((line, i) => i > 0 && server.Lines[i - 1].Text.StartsWith("fail:", StringComparison.Ordinal)).Select(line => line.Text).ToList();
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => error.Contains("The store cannot write"));
    }

    [MountFact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        await using var disk = await SmallDisk.MountAsync("ro,size=1m");

        var (code, output) = await ServerProcess.RunToEndAsync(["--data", disk.Folder, "--urls", "http://127.0.0.1:0"], TimeSpan.FromSeconds(60));

        code.ShouldBe(1, output);
        output.ShouldContain($"LeadRouter did not start: The data folder '{disk.Folder}' cannot be written");
        output.ShouldNotContain("   at ");
    }
}
