namespace LeadRouter.Simulation.World;

/// <summary>The network between the world and the server: requests and answers take time, and are lost with the process or on the way.</summary>
internal sealed class Gateway(Agenda agenda, Draw draw, Action<string> defect)
{
    private readonly HashSet<Request> _open = [];

    /// <summary>The server of the present life; null while the process is down.</summary>
    public Server? Server { get; set; }

    public double AnswerLost { get; set; }

    public TimeSpan Delay() => draw.Seconds(0.002, 0.12);

    /// <summary>Sends a request.</summary>
    /// <param name="flow">What the server does for it.</param>
    /// <param name="answered">Runs when the server gives its answer to the network: from then on it counts.</param>
    /// <param name="heard">Runs when the sender hears the answer, or knows that none will come.</param>
    public void Call<T>(Func<Server, Task<T>> flow, Action<T> answered, Action<Heard, T?> heard) where T : class =>
        agenda.After(Delay(), Request<T>.Arrives, new Request<T>(this, flow, answered, heard));

    /// <summary>The process is gone, and every open request with it.</summary>
    public void Down()
    {
        Server = null;
        foreach (var request in _open.ToList())
            request.Lose();
        _open.Clear();
    }

    private abstract class Request
    {
        public abstract void Lose();
    }

    private sealed class Request<T>(Gateway gateway, Func<Server, Task<T>> flow, Action<T> answered, Action<Heard, T?> heard) : Request where T : class
    {
        public static readonly SendOrPostCallback Arrives = static request => ((Request<T>)request!).Arrive();
        private static readonly SendOrPostCallback IsHeard = static request => ((Request<T>)request!).Tell();
        private Heard _heard;
        private T? _answer;

        private void Arrive()
        {
            if (gateway.Server is not { } server)
            {
                Hear(gateway.Delay(), Heard.Unavailable);
                return;
            }

            gateway._open.Add(this);
            _ = ServeAsync(server);
        }

        public override void Lose() => Hear(gateway.Delay(), Heard.Lost);

        private async Task ServeAsync(Server server)
        {
            try
            {
                var answer = await flow(server);
                if (!gateway._open.Remove(this))
                    return;
                answered(answer);
                if (gateway.IsAnswerLost())
                    Hear(gateway.PatienceOfSender(), Heard.Lost);
                else
                    Hear(gateway.Delay(), Heard.Answer, answer);
            }
            catch (Exception refused) when (refused is StoreUnavailableException or OverloadedException)
            {
                if (gateway._open.Remove(this))
                    Hear(gateway.Delay(), Heard.Unavailable);
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                gateway.Defect(trouble);
            }
        }

        private void Hear(TimeSpan after, Heard what, T? answer = null)
        {
            (_heard, _answer) = (what, answer);
            gateway.After(after, IsHeard, this);
        }

        private void Tell() => heard(_heard, _answer);
    }

    private bool IsAnswerLost() => draw.Chance(AnswerLost);

    /// <summary>Who hears nothing gives up in the end.</summary>
    private TimeSpan PatienceOfSender() => draw.Seconds(5, 30);

    private void After(TimeSpan pause, SendOrPostCallback what, object state) => agenda.After(pause, what, state);

    private void Defect(Exception trouble) => defect(trouble.ToString());
}
