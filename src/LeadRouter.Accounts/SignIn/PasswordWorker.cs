using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>
/// Hashes and checks passwords, a few at a time: a hash burns a core for tens of milliseconds, and a crowd that signs in must not
/// take the machine from the leads. Beyond the queue the caller hears "busy".
/// </summary>
internal sealed class PasswordWorker : IDisposable
{
    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(5);
    private readonly ConcurrencyLimiter _limiter;
    private readonly PasswordHasher<string> _hasher;
    private readonly Lazy<string> _dummyHash;

    public PasswordWorker(IOptions<AccountsOptions> options, IOptions<PasswordHasherOptions> hashing)
    {
        _limiter = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.HashConcurrency,
            QueueLimit = options.Value.HashQueue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        _hasher = new(hashing);
        _dummyHash = new(() => _hasher.HashPassword("", Secrets.Create("")));
    }

    public static Result<T> Busy<T>() where T : class =>
        new Refusal(ProblemCodes.Busy, "Too many people are signing in at this moment; try again shortly.", BusyRetry);

    /// <summary>Makes the hash that unknown users are checked against, so that the first of them takes no longer.</summary>
    public void WarmUp() => _ = _dummyHash.Value;

    /// <summary>A place among the few who may hash now; not acquired when the queue is full.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel) => _limiter.AcquireAsync(1, cancel);

    /// <summary>Checks a password, with the same work when there is no hash. Call it with a place.</summary>
    public PasswordVerificationResult Verify(string user, string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(user, hash ?? _dummyHash.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Hashes a password. Call it with a place.</summary>
    public string Hash(string user, string password) => _hasher.HashPassword(user, password);

    /// <summary>Waits for a place and hashes; null when the queue is full.</summary>
    public async Task<string?> HashAsync(string user, string password, CancellationToken cancel)
    {
        using var place = await EnterAsync(cancel);
        return place.IsAcquired ? Hash(user, password) : null;
    }

    public void Dispose() => _limiter.Dispose();
}
