using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Ports;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.World;

/// <summary>The network between the world and the server: requests and answers take time, and are lost with the process or on the way.</summary>
internal sealed class Gateway(Agenda agenda, Draw draw, Action<string> defect)
{
    private readonly HashSet<Action> _open = [];

    /// <summary>The server of the present life; null while the process is down.</summary>
    public Server? Server { get; set; }

    public double AnswerLost { get; set; }

    public TimeSpan Delay() => draw.Seconds(0.002, 0.12);

    /// <summary>Sends a request.</summary>
    /// <param name="flow">What the server does for it.</param>
    /// <param name="answered">Runs when the server gives its answer to the network: from then on it counts.</param>
    /// <param name="heard">Runs when the sender hears the answer, or knows that none will come.</param>
    public void Call<T>(Func<Server, Task<T>> flow, Action<T> answered, Action<Heard, T?> heard) where T : class =>
        agenda.After(Delay(), () =>
        {
            if (Server is not { } server)
            {
                agenda.After(Delay(), () => heard(Heard.Unavailable, null));
                return;
            }

            void Lose() => agenda.After(Delay(), () => heard(Heard.Lost, null));
            Action lose = Lose;
            _open.Add(lose);
            _ = ServeAsync(server, flow, answered, heard, lose);
        });

    /// <summary>The process is gone, and every open request with it.</summary>
    public void Down()
    {
        Server = null;
        foreach (var lose in _open.ToList())
            lose();
        _open.Clear();
    }

    private async Task ServeAsync<T>(Server server, Func<Server, Task<T>> flow, Action<T> answered, Action<Heard, T?> heard, Action lose) where T : class
    {
        try
        {
            var answer = await flow(server);
            if (!_open.Remove(lose))
                return;
            answered(answer);
            if (draw.Chance(AnswerLost))
                agenda.After(draw.Seconds(5, 30), () => heard(Heard.Lost, null));
            else
                agenda.After(Delay(), () => heard(Heard.Answer, answer));
        }
        catch (Exception refused) when (refused is StoreUnavailableException or OverloadedException)
        {
            if (_open.Remove(lose))
                agenda.After(Delay(), () => heard(Heard.Unavailable, null));
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            defect(trouble.ToString());
        }
    }
}
