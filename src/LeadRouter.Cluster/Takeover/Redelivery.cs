using LeadRouter.Turns.Stored;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Takeover;

/// <summary>Brings messages that were found in the outbox to their receivers.</summary>
internal sealed partial class Redelivery(SiloHost host, IEngineProbe probe, ILogger logger)
{
    /// <summary>A message that this program cannot read stays where it is for one that can: the rest goes on without it.</summary>
    public void Bring(OutboxMessage row)
    {
        try
        {
            host.Deliver(row.Key, row.To, StoredJson.Read<Message>(row.Body));
        }
        catch (StoredFormatException unknown)
        {
            probe.MessageFailed(row.To.Kind);
            LogUnknown(row.To.Kind, unknown.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message to a {kind} stays in the outbox: {why}")]
    private partial void LogUnknown(string kind, string why);
}
