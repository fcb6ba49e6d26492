using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Verifies, reads and reports one callback.</summary>
internal sealed class TwilioCallbackHandler(TwilioOptions options, ICarrierEvents events, TimeProvider time, CarrierMetrics metrics, ILogger<TwilioCallbackHandler> log)
{
    /// <summary>A larger body is turned away: a callback has less than 2 kB.</summary>
    private const int MaxBodyBytes = 64 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBodyBytes + 1);
        try
        {
            var body = buffer.AsMemory(0, MaxBodyBytes + 1);
            var count = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted).ConfigureAwait(false);
            await AnswerAsync(context, body[..count]).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBodyBytes)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "body_too_large", "The body has more than 64 KiB.", body.Length).ConfigureAwait(false);
            return;
        }

        if (!Proven(context, body, out var fields))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "signature_invalid", $"{TwilioSignature.Header} is missing or does not match this request.", body.Length).ConfigureAwait(false);
            return;
        }

        if (Report(context, fields) is not { } report)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "body_invalid", "There is no call status in this body that can be understood.", body.Length).ConfigureAwait(false);
            return;
        }

        try
        {
            await events.ReportAsync(report, context.RequestAborted).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            context.Response.Headers.RetryAfter = "2";
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "store_unavailable", "The report cannot be made durable now. Send it again later.", body.Length).ConfigureAwait(false);
            return;
        }

        metrics.Callback("reported");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // The body is only looked into once it is known to be Twilio's.
    private bool Proven(HttpContext context, ReadOnlyMemory<byte> body, out IReadOnlyDictionary<string, string>? fields)
    {
        fields = null;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (TwilioCallbackUrl.OfRequest(options.PublicBaseUrl, target, context.Request.PathBase.ToUriComponent()) is not { } url)
            return false;
        string? signature = context.Request.Headers[TwilioSignature.Header];
        if (context.Request.HasJsonContentType())
        {
            if (!TwilioSignature.VerifyBody(options.AuthToken, signature, url, body.Span))
                return false;
            fields = TwilioCallbackBody.Json(body);
            return true;
        }

        var form = TwilioCallbackBody.Form(body.Span);
        if (!TwilioSignature.Verify(options.AuthToken, signature, url, form))
            return false;
        fields = TwilioCallbackBody.ByName(form);
        return true;
    }

    private CarrierReport? Report(HttpContext context, IReadOnlyDictionary<string, string>? fields)
    {
        var route = context.Request.RouteValues;
        return fields is not null && TwilioCallbackUrl.Leg(route["leg"] as string) is { } leg && route["leadId"] is string lead && route["attemptId"] is string attempt
            ? TwilioStatusCallback.Read(new LeadId(lead), new AttemptId(attempt), leg, fields, time.GetUtcNow())
            : null;
    }

    private Task RefuseAsync(HttpContext context, int status, string code, string text, int bytes)
    {
        metrics.Callback(code);
        TwilioLog.CallbackRefused(log, code, bytes);
        return TypedResults.Problem(detail: text, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(context);
    }
}
