using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Sends one order to call and tells what is certain about it. It never sends twice and never throws for what the network or Twilio does.</summary>
internal sealed class TwilioCallsClient(HttpClient http, TwilioOptions options, TimeProvider time)
{
    /// <summary>More of an answer is not read.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private readonly AuthenticationHeaderValue _authorization = new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));

    public async Task<TwilioAnswer> CreateAsync(IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        using var form = new WriteOnceForm(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"2010-04-01/Accounts/{options.AccountSid}/Calls.json") { Content = form };
        request.Headers.Authorization = _authorization;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.RequestTimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return Judge(response, await ReadAsync(response, either.Token).ConfigureAwait(false), time.GetUtcNow());
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            var what = error is HttpRequestException failed ? failed.HttpRequestError.ToString() : cancel.IsCancellationRequested ? "stopped" : "time-out";
            return form.WritingStarted
                ? new TwilioAnswer(TwilioAnswerKind.Unknown, Reason: $"The order was sent to Twilio and no answer came ({what}); it may be ringing.")
                : new TwilioAnswer(TwilioAnswerKind.NotTaken, Reason: $"Twilio could not be reached ({what}); nothing was sent.");
        }
    }

    /// <summary>What a response proves.</summary>
    internal static TwilioAnswer Judge(HttpResponseMessage response, JsonElement? body, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return Text(body, "sid") is { Length: > 0 } sid
                ? new TwilioAnswer(TwilioAnswerKind.Accepted, sid, QueueTime: QueueTime(body))
                : new TwilioAnswer(TwilioAnswerKind.Unknown, Reason: $"Twilio's answer could not be read (HTTP {status}); it may be ringing.");
        }

        var code = Text(body, "code") is { } number && number.All(char.IsAsciiDigit) ? $"error {number}, HTTP {status}" : $"HTTP {status}";
        return response.StatusCode switch
        {
            // Twilio documents that a request answered so was never processed and may be sent again.
            HttpStatusCode.TooManyRequests => new TwilioAnswer(TwilioAnswerKind.NotTaken, Reason: $"Twilio has too many requests ({code}).", RetryAfter: RetryAfter(response, now)),
            // Somebody on the way grew tired of waiting for the rest; how much of it reached Twilio is not known.
            HttpStatusCode.RequestTimeout => new TwilioAnswer(TwilioAnswerKind.Unknown, Reason: $"The order was sent and not finished ({code}); it may be ringing."),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new TwilioAnswer(TwilioAnswerKind.Rejected, Reason: $"Twilio refused the call ({code})."),
            // Also 503: nothing in it says whether the call was made before the answer failed.
            _ => new TwilioAnswer(TwilioAnswerKind.Unknown, Reason: $"Twilio failed after it had the order ({code}); it may be ringing."),
        };
    }

    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            var bytes = new byte[MaxAnswerBytes];
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
            using var document = JsonDocument.Parse(bytes.AsMemory(0, count));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception error) when (error is JsonException or IOException or HttpRequestException or OperationCanceledException)
        {
            // The status line alone still says whether the call was refused.
            return null;
        }
    }

    private static string? Text(JsonElement? body, string name)
    {
        if (body is not { } known || !known.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static TimeSpan? QueueTime(JsonElement? body) =>
        double.TryParse(Text(body, "queue_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 86_400_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
}
