using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>
/// Keeps two kinds of lines out of the log: the framework's "Request starting", which print the query, and with it the hubs' access
/// token; and "was challenged", one for each request without a token, with which anybody could fill the disk. A rule for a
/// provider beats a general one, so each provider that has rules gets these too.
/// </summary>
internal sealed class RequestLogFilter : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories = ["Microsoft.AspNetCore.Hosting.Diagnostics", typeof(TokenAuthenticationHandler).FullName!];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray())
        {
            foreach (var category in Categories)
                options.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, filter: null));
        }
    }
}
