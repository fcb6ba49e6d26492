namespace LeadRouter.Server.Platform.Composition;

/// <summary>What is printed when the server is up.</summary>
internal static class Banner
{
    public static void Print(TextWriter console, string address, ServerOptions options, StartNews news, string carrier)
    {
        console.WriteLine($"""

            LeadRouter is ready.
              Rep desk    {address}/desk
              Wallboard   {address}/board
              API         {address}/docs
              Metrics     {address}/metrics
              Data        {(options.Postgres is null ? options.DataFolder : "PostgreSQL")}
            """);
        if (options.Cluster is { } cluster)
            console.WriteLine($"  Cluster     {cluster.Id}, silo port {cluster.SiloPort}");
        if (carrier == "none")
            console.WriteLine("  Telephony   none: reps dial by a tel: link and say themselves what happened; such numbers are marked as unproven.");
        else
            console.WriteLine($"  Telephony   {carrier}");
        if (options.Demo)
            console.WriteLine($"  Demo        twelve made-up reps are at work; sign in as admin / {DemoSettings.AdminPassword}");
        if (news.SetupPath is { } path)
            console.WriteLine($"\nMake the first administrator (this link works once):\n  {address}{path}");
        var key = news.FirstKey ?? "$INTAKE_KEY";
        var hint = news.FirstKey is null ? "with a key from the sources page" : "this key is shown only now";
        console.WriteLine($"\nPost a lead ({hint}):\n  curl -sS -X POST {address}/api/v1/leads -H 'Authorization: Bearer {key}' -H 'Content-Type: application/json' -d '{{\"name\":\"Dana Levi\",\"phone\":\"052-1234567\",\"campaign\":\"First steps\",\"message\":\"Please call me\"}}'\n");
        console.Flush();
    }
}
