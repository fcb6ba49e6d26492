using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>What the screens at the other end of the connections show, and all that came to them.</summary>
internal sealed class Pictures : IScreenPort
{
    private readonly Dictionary<string, Picture> _byConnection = [];

    public List<(string Connection, RepPush Push)> Pushes { get; } = [];

    public Picture this[string connection] => _byConnection[connection];

    public void Push(RepId rep, IReadOnlyList<string> connections, RepPush push)
    {
        foreach (var connection in connections)
        {
            Pushes.Add((connection, push));
            if (!_byConnection.TryGetValue(connection, out var picture))
                _byConnection.Add(connection, picture = new Picture());
            picture.Take(push);
        }
    }

    /// <summary>What has come since the last call, in words.</summary>
    public List<string> Take()
    {
        var words = Pushes.Select(sent => $"{sent.Connection}: {Words(sent.Push)}").ToList();
        Pushes.Clear();
        return words;
    }

    private static string Words(RepPush push) => push switch
    {
        RepPush.State state => $"State {state.Rep.Presence} [{string.Join(' ', state.Leads.Select(lead => lead.Id.Value).Order(StringComparer.Ordinal))}]",
        RepPush.OfferMade made => $"OfferMade {made.Lead.Id}",
        RepPush.OfferEnded ended => $"OfferEnded {ended.Lead} {ended.Why?.ToString() ?? "Accepted"}",
        RepPush.LeadUpdated updated => $"LeadUpdated {updated.Lead.Id} {updated.Lead.Status}",
        RepPush.Reminder reminder => $"Reminder {reminder.Lead.Id} {reminder.Lead.RemindersSent}",
        _ => push.ToString(),
    };
}

/// <summary>A screen as the web app puts it together.</summary>
internal sealed class Picture
{
    public Rep? Rep { get; private set; }

    public Dictionary<OfferId, Lead> Offers { get; } = [];

    public Dictionary<LeadId, Lead> Leads { get; } = [];

    public void Take(RepPush push)
    {
        switch (push)
        {
            case RepPush.State state:
                Rep = state.Rep;
                Offers.Clear();
                Leads.Clear();
                foreach (var lead in state.Leads)
                    Show(lead);
                break;
            case RepPush.OfferMade made:
                Show(made.Lead);
                break;
            case RepPush.OfferEnded ended:
                Offers.Remove(ended.Offer);
                break;
            case RepPush.LeadUpdated { Lead.IsClosed: true } closed:
                Leads.Remove(closed.Lead.Id);
                break;
            case RepPush.LeadUpdated updated:
                Leads[updated.Lead.Id] = updated.Lead;
                break;
        }
    }

    private void Show(Lead lead)
    {
        if (lead.Offer is { } offer)
            Offers[offer.Id] = lead;
        else
            Leads[lead.Id] = lead;
    }
}
