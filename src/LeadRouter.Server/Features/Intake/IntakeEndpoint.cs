using System.Buffers;
using System.Diagnostics;
using LeadRouter.Domain.Contacts;
using LeadRouter.Intake;
using LeadRouter.Observability.Catalogue;

namespace LeadRouter.Server.Features.Intake;

/// <summary>Takes posted leads. A 202 is sent only after the lead is durable.</summary>
internal sealed class IntakeEndpoint(ISourceKeys keys, IDeskSource desks, PostRegistrar registrar, IEngineStore store, RouterMetrics metrics)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private static (IntakeOutcome, IResult) Unavailable =>
        (IntakeOutcome.Unavailable, Problems.Unavailable(ProblemCodes.StoreUnavailable, "The lead cannot be made durable now; send it again in a moment.", RetryAfter));

    /// <summary>Handles one post.</summary>
    public async Task<IResult> PostAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var (outcome, result) = await AnswerOrExcuseAsync(http);
        metrics.Intake.Answered(outcome, Stopwatch.GetElapsedTime(started));
        return result;
    }

    private async Task<(IntakeOutcome, IResult)> AnswerOrExcuseAsync(HttpContext http)
    {
        try
        {
            return await AnswerAsync(http);
        }
        catch (OverloadedException)
        {
            return (IntakeOutcome.Overloaded, Problems.Unavailable(ProblemCodes.Overloaded, "Too many leads at once; send it again in a moment.", RetryAfter));
        }
        catch (StoreUnavailableException)
        {
            return Unavailable;
        }
    }

    private async Task<(IntakeOutcome, IResult)> AnswerAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        if (await keys.FindAsync(Key(http.Request), cancel) is not { } source)
            return (IntakeOutcome.Unauthorized, Problems.Create(StatusCodes.Status401Unauthorized, "bad_intake_key", "Send a valid intake key as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'."));
        var headers = http.Request.Headers["Idempotency-Key"];
        var header = headers.Count > 1 ? IdempotencyKey.Several : IdempotencyKey.Parse(headers);
        if (header.Refusal is { } badKey)
            return (IntakeOutcome.Invalid, Problems.Refused(badKey));
        if (await ReadBodyAsync(http.Request, cancel) is not { } body)
            return (IntakeOutcome.TooLarge, Problems.Create(StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge, "Send at most 64 KiB."));
        var desk = desks.Current.Desk;
        var read = await LeadIntake.AcceptAsync(http.Request.ContentType, body, new IntakeContext
        {
            DefaultCountry = desk.DefaultCountry,
            DefaultQueue = desk.DefaultQueue,
            SourceName = source.Name,
            SourceQueue = source.Queue,
            QueueExists = queue => desk.FindQueue(queue) is not null,
        }, cancel);
        if (read.Refusal is { } refusal)
            return (IntakeOutcome.Invalid, Problems.Refused(refusal));
        return store.IsHealthy
            ? await RegisterAsync(http, source, header.Value, read, cancel)
            : Unavailable;
    }

    private async Task<(IntakeOutcome, IResult)> RegisterAsync(HttpContext http, IntakeSource source, string? idempotencyKey, LeadIntakeResult read, CancellationToken cancel)
    {
        var registered = await registrar.RegisterAsync(source, idempotencyKey, read.Fingerprint!, read.Post!).WaitAsync(cancel);
        return registered.Answer is { } answer
            ? Accepted(http, answer, read.Warnings, registered.Replayed)
            : (IntakeOutcome.Conflict, Problems.Create(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "This Idempotency-Key was used with another body; use a new key for a new lead."));
    }

    private static (IntakeOutcome, IResult) Accepted(HttpContext http, IntakeAnswer answer, IReadOnlyList<PostWarningDto>? warnings, bool replayed)
    {
        if (replayed)
            http.Response.Headers["Idempotency-Replayed"] = "true";
        var body = new PostLeadResponse(answer.Lead.Value, answer.ReceivedAt, answer.IsRepeat ? answer.Lead.Value : null, warnings);
        return (replayed ? IntakeOutcome.Replayed : IntakeOutcome.Accepted, Results.Json(body, statusCode: StatusCodes.Status202Accepted));
    }

    private static string? Key(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Headers["X-Api-Key"] is [{ Length: > 0 } key])
            return key;
        return request.Headers.Authorization is [{ } header] && header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? header[bearer.Length..].Trim() : null;
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LeadPostReader.MaxBodyBytes)
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent(LeadPostReader.MaxBodyBytes + 1);
        try
        {
            var read = 0;
            while (read <= LeadPostReader.MaxBodyBytes)
            {
                var more = await request.Body.ReadAsync(buffer.AsMemory(read, LeadPostReader.MaxBodyBytes + 1 - read), cancel);
                if (more == 0)
                    return buffer[..read];
                read += more;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
