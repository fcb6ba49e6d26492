using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadRouter.TestTools.Metrics;

/// <summary>What Prometheus answered to an instant query.</summary>
/// <param name="Error">Prometheus' own words when the expression is wrong, else null.</param>
/// <param name="Values">The value of each series; NaN where it divided nothing by nothing.</param>
public sealed record QueryResult(string? Error, IReadOnlyList<double> Values);

/// <summary>A real Prometheus in a temporary folder on a free loopback port, scraping one target every second.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new();

    private PrometheusServer(string folder, string configFile)
    {
        _folder = folder;
        _process = Tools.Start("prometheus", [$"--config.file={configFile}", $"--storage.tsdb.path={Path.Combine(folder, "data")}", "--web.listen-address=127.0.0.1:0"]);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("prometheus ended: " + Log));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What Prometheus said about itself.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts it and waits until it has scraped the target successfully a few times.</summary>
    /// <param name="target">Base address of the server with <c>/metrics</c>.</param>
    /// <param name="scrapes">How many scrapes to wait for, 1 to 30. Rates need two at least.</param>
    public static async Task<PrometheusServer> StartAsync(Uri target, int scrapes = 4)
    {
        var folder = Directory.CreateTempSubdirectory("leadrouter-prometheus-").FullName;
        var configFile = Path.Combine(folder, "prometheus.yml");
        await File.WriteAllTextAsync(configFile, Config(target));
        var server = new PrometheusServer(folder, configFile);
        try
        {
            server._http.BaseAddress = new Uri("http://" + await server._address.Task.WaitAsync(Patience));
            await server.WaitForScrapesAsync(scrapes);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Evaluates an expression now.</summary>
    public async Task<QueryResult> QueryAsync(string expression)
    {
        using var form = new FormUrlEncodedContent([new("query", expression)]);
        using var response = await _http.PostAsync(new Uri("api/v1/query", UriKind.Relative), form);
        // While it starts it answers in plain words.
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return new QueryResult(await response.Content.ReadAsStringAsync(), []);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if ((string?)body["status"] != "success")
            return new QueryResult((string?)body["error"] ?? response.ReasonPhrase, []);
        var data = body["data"]!;
        var samples = (string?)data["resultType"] == "vector" ? data["result"]!.AsArray().Select(series => series!["value"]!) : [data["result"]!];
        return new QueryResult(null, [.. samples.Select(sample => Number((string)sample[1]!))]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Config(Uri target) => $"""
        global:
          scrape_interval: 1s
          scrape_timeout: 1s
        scrape_configs:
          - job_name: leadrouter
            scheme: {target.Scheme}
            metrics_path: {target.AbsolutePath.TrimEnd('/')}/metrics
            static_configs:
              - targets: ["{target.Authority}"]
        """;

    private async Task WaitForScrapesAsync(int scrapes)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var seen = await QueryAsync("sum_over_time(up[1m])");
            if (seen.Values.Sum() >= scrapes)
                return;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"Of {scrapes} successful scrapes Prometheus has made {seen.Values.Sum()} ({seen.Error}).\n{Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Port 0 is chosen by the system; the log says which it was.</summary>
    private void Read(string? line)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        const string Key = "address=";
        if (line.Contains("msg=\"Listening on\"", StringComparison.Ordinal))
            _address.TrySetResult(line[(line.IndexOf(Key, StringComparison.Ordinal) + Key.Length)..].Split(' ')[0].Trim('"'));
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
