using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Shell;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>A deliberate bug of the shell itself.</summary>
public enum ShellFlaw
{
    AnswersBeforeTheWrite,
    ActsOnAFailedWrite,
    ForgetsToSettle,
    SwapsTheOutbox,
    GivesUpOnAFailedWrite,
}

/// <summary>The product's shell with a deliberate bug.</summary>
internal sealed class FlawedShell(ActorId id, IActor actor, ITurnPort port, ShellFlaw flaw) : TurnShell(id, actor, port)
{
    public static Func<ActorId, IActor, ITurnPort, TurnShell> With(ShellFlaw flaw) => (id, actor, port) => new FlawedShell(id, actor, port, flaw);

    public override Need NotWritten(Exception why)
    {
        switch (flaw)
        {
            case ShellFlaw.ActsOnAFailedWrite:
                return Written();
            case ShellFlaw.ForgetsToSettle:
                TakeDecided();
                return Refuse(why);
            default:
                return base.NotWritten(why);
        }
    }

    protected override Need Write(DecidedTurn decided)
    {
        if (flaw == ShellFlaw.AnswersBeforeTheWrite)
            decided.Mail.Asker?.Answer(decided.Turn.Reply);
        return base.Write(decided);
    }

    protected override IReadOnlyList<Sent> Number(IReadOnlyList<Envelope> outgoing) =>
        flaw == ShellFlaw.SwapsTheOutbox ? [.. base.Number(outgoing).Reverse()] : base.Number(outgoing);

    protected override Need Refuse(Exception why)
    {
        var need = base.Refuse(why);
        return flaw == ShellFlaw.GivesUpOnAFailedWrite ? Need.Nothing : need;
    }
}
