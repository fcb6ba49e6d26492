using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>Turns a user name and a password into a session, and makes guessing slow.</summary>
internal sealed class SignInService : IDisposable
{
    private const int Stripes = 64;
    private readonly AccountBook _accounts;
    private readonly SessionBook _sessions;
    private readonly PasswordWorker _passwords;
    private readonly TimeProvider _time;
    private readonly ILogger<SignInService> _logger;
    private readonly FailureLimit _limit;
    private readonly FailureLimit _addressLimit;
    private readonly IFailureCounts _failures;
    private readonly DocumentFollower _follower;
    private readonly SemaphoreSlim[] _oneAtATime = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public SignInService(
        AccountBook accounts, SessionBook sessions, PasswordWorker passwords, IFailureCounts failures, DocumentFollower follower, TimeProvider time, IOptions<AccountsOptions> options, ILogger<SignInService> logger)
    {
        (_accounts, _sessions, _passwords, _failures, _follower, _time, _logger) = (accounts, sessions, passwords, failures, follower, time, logger);
        (_limit, _addressLimit) = (options.Value.AccountLimit, options.Value.AddressLimit);
    }

    /// <summary>Refusals: <c>validation_failed</c>, <c>bad_credentials</c>, <c>locked_out</c>, <c>throttled</c>, <c>busy</c>.</summary>
    public async Task<Result<StartedSession>> SignInAsync(string? user, string? password, string address, CancellationToken cancel)
    {
        if (ShapeErrors(user, password) is { Any: true } errors) return Refusal.Of(errors);
        // A password that was set on another server just now counts here too; beside the work of a hash this is nothing.
        await _follower.CatchUpAsync(cancel);
        // Before and after the wait: a locked account must not hold a place in the queue, and those who waited while it got locked must not guess on.
        if (await StopAsync(user!, address) is { } stopped) return stopped;

        using var place = await _passwords.EnterAsync(cancel);
        if (!place.IsAcquired)
        {
            _logger.Busy();
            return PasswordWorker.Busy<StartedSession>();
        }
        // One guess at a time per user, or parallel ones would all see the same count of failures.
        var turn = _oneAtATime[(uint)string.GetHashCode(AccountRules.Key(user!), StringComparison.Ordinal) % Stripes];
        await turn.WaitAsync(cancel);
        try
        {
            return await StopAsync(user!, address) ?? await VerifyAsync(user!, password!, address, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How long an address is shut out, or null; the set-up endpoint shares the count.</summary>
    public async Task<Result<T>?> ShutOutAsync<T>(string address) where T : class =>
        await _failures.LockedForAsync(FailureOf.Address, address) is { } wait
            ? new Refusal(ProblemCodes.Throttled, "Too many failures from your address; wait before you try again.", wait)
            : (Result<T>?)null;

    public ValueTask CountFailureAsync(string address) => _failures.FailAsync(FailureOf.Address, address, _addressLimit);

    public void Dispose()
    {
        foreach (var turn in _oneAtATime) turn.Dispose();
    }

    private static FieldErrors ShapeErrors(string? user, string? password) => new FieldErrors()
        .Add("user", ShapeError(user, AccountRules.MaxUserLength))
        .Add("password", ShapeError(password, AccountRules.MaxPasswordLength));

    private static FieldError? ShapeError(string? text, int most) =>
        string.IsNullOrEmpty(text) ? FieldError.Missing() : text.Length > most ? FieldError.Length(1, most) : null;

    private async Task<Result<StartedSession>?> StopAsync(string user, string address)
    {
        if (await ShutOutAsync<StartedSession>(address) is { } shutOut) return shutOut;
        var wait = _accounts.Find(user) is { } account
            ? account.Failures.LockedFor(_time.GetUtcNow())
            : await _failures.LockedForAsync(FailureOf.UnknownUser, AccountRules.Key(user));
        return wait is null ? (Result<StartedSession>?)null : new Refusal(ProblemCodes.LockedOut, "Too many wrong passwords; the account is locked for a while.", wait);
    }

    private async Task<Result<StartedSession>> VerifyAsync(string user, string password, string address, CancellationToken cancel)
    {
        var account = _accounts.Find(user);
        var verified = _passwords.Verify(user, account?.PasswordHash, password);
        if (account is not { Active: true } || verified == PasswordVerificationResult.Failed)
        {
            await FailAsync(user, account, address);
            return new Refusal(ProblemCodes.BadCredentials, "The user name or the password is wrong.");
        }

        var rehash = verified == PasswordVerificationResult.SuccessRehashNeeded ? _passwords.Hash(user, password) : null;
        // The stamp of the account that was verified: a password set meanwhile makes the session void.
        var started = await _sessions.StartAsync(account, cancel);
        await _accounts.UpdateAsync(user, now => now.Stamp != account.Stamp ? now : now with
        {
            Failures = FailureState.None,
            PasswordHash = rehash ?? now.PasswordHash,
        }, CancellationToken.None);
        return started;
    }

    private async Task FailAsync(string user, Account? account, string address)
    {
        var now = _time.GetUtcNow();
        var masked = Mask.User(user);
        await CountFailureAsync(address);
        if (account is null)
        {
            await _failures.FailAsync(FailureOf.UnknownUser, AccountRules.Key(user), _limit);
            _logger.Failed(masked, address);
            return;
        }
        var counted = await _accounts.UpdateAsync(user, held => held with { Failures = held.Failures.Fail(now, _limit) }, CancellationToken.None);
        if (counted.Value?.Failures.LockedFor(now) is { } wait) _logger.Locked(masked, address, wait);
        else _logger.Failed(masked, address);
    }
}

internal static partial class SignInLog
{
    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "A sign-in as {User} from {Address} failed")]
    public static partial void Failed(this ILogger logger, string user, string address);

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "{User} is locked for {Wait} after failures, the last from {Address}")]
    public static partial void Locked(this ILogger logger, string user, string address, TimeSpan wait);

    [LoggerMessage(EventId = 2203, Level = LogLevel.Warning, Message = "A sign-in was refused because too many are waiting")]
    public static partial void Busy(this ILogger logger);
}
