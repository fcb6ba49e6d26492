using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LeadRouter.Telephony.Twilio;

/// <summary>
/// A form body that knows whether a byte of it may have left, and that leaves at most once. An error before
/// <see cref="WritingStarted"/> proves that Twilio has no order to call; an error after it proves nothing.
/// </summary>
internal sealed class WriteOnceForm : HttpContent
{
    private readonly byte[] _body;
    private int _started;

    public WriteOnceForm(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    public bool WritingStarted => Volatile.Read(ref _started) == 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Whoever in the pipeline tries again by itself fails here, before the second order to call is written.
        if (Interlocked.Exchange(ref _started, 1) == 1)
            throw new IOException("An order to call is written only once.");
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
