namespace LeadRouter.Simulation.Hosting;

/// <summary>What an asker waits for.</summary>
internal interface IVirtualReply
{
    /// <summary>The first answer counts.</summary>
    void Answer(object? reply);

    void Refuse(Exception why);
}

/// <summary>The same for one type of answer.</summary>
internal sealed class VirtualReply<T> : TaskCompletionSource<T>, IVirtualReply
{
    public void Answer(object? reply) => TrySetResult((T)reply!);

    public void Refuse(Exception why) => SetException(why);
}
