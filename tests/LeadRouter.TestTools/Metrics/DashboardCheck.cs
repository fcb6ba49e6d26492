namespace LeadRouter.TestTools.Metrics;

/// <summary>What an expression of the dashboard gave.</summary>
public sealed record DashboardAnswer(DashboardExpression Asked, QueryResult Result)
{
    /// <summary>A sentence when the panel would show an error or nothing, else null.</summary>
    public string? Trouble =>
        Result.Error is { } error ? $"{Asked.Panel}: {error} in {Asked.Expression}"
        : Result.Values.Count == 0 ? $"{Asked.Panel}: nothing for {Asked.Expression}"
        : null;

    /// <summary>As <see cref="Trouble"/>, and also when there is no number among the values.</summary>
    public string? TroubleOrNoNumber =>
        Trouble ?? (Result.Values.All(double.IsNaN) ? $"{Asked.Panel}: no number for {Asked.Expression}" : null);
}

/// <summary>Evaluates the dashboard on a running server with a real Prometheus between them.</summary>
public static class DashboardCheck
{
    /// <summary>Lets Prometheus scrape the server a few times and evaluates every expression of <c>grafana/leadrouter.json</c>.</summary>
    /// <param name="server">Base address of a server with <c>/metrics</c>. Keep it busy meanwhile: rates need numbers that rise.</param>
    /// <param name="scrapes">How many scrapes to wait for.</param>
    public static async Task<IReadOnlyList<DashboardAnswer>> EvaluateAsync(Uri server, int scrapes = 4)
    {
        var answers = new List<DashboardAnswer>();
        await using var prometheus = await PrometheusServer.StartAsync(server, scrapes);
        foreach (var expression in Dashboard.Load().Expressions)
            answers.Add(new DashboardAnswer(expression, await prometheus.QueryAsync(expression.Expression)));
        return answers;
    }
}
