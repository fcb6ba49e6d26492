namespace LeadRouter.Campaign.Tests.World;

/// <summary>The troubles of the rounds: as many of each kind in every pack, in a drawn order.</summary>
/// <param name="random">Shuffles.</param>
/// <param name="hasDisk">There is a disk to fill.</param>
/// <param name="canSlow">A process can be slowed down.</param>
internal sealed class Deck(Random random, bool hasDisk, bool canSlow)
{
    private static readonly Trouble[] Pack =
    [
        .. Enumerable.Repeat(Trouble.Kill, 9), .. Enumerable.Repeat(Trouble.KillTwice, 3), Trouble.CleanStop,
        Trouble.Suspend, Trouble.Suspend, Trouble.Suspend, Trouble.KillSuspended,
        Trouble.FullDisk, Trouble.FullDisk, Trouble.KillWhileFull, Trouble.KillWhileFull, Trouble.StopWhileFull,
        Trouble.SlowDisk, Trouble.SlowDisk, Trouble.KillWhileSlow, Trouble.KillWhileSlow,
    ];

    private readonly Queue<Trouble> _left = new();

    /// <summary>Rounds in which everything comes up.</summary>
    public static int PackSize => Pack.Length;

    /// <summary>Kills in a pack, whatever this machine can do.</summary>
    public static int PackKills => Pack.Sum(Kills);

    public Trouble Next()
    {
        if (_left.Count == 0)
        {
            var pack = Pack.ToArray();
            random.Shuffle(pack);
            Array.ForEach(pack, _left.Enqueue);
        }

        return _left.Dequeue() switch
        {
            // What this machine cannot do is left out; the kills that come with it are not.
            Trouble.KillWhileFull when !hasDisk => Trouble.Kill,
            Trouble.StopWhileFull when !hasDisk => Trouble.CleanStop,
            Trouble.KillWhileSlow when !canSlow => Trouble.Kill,
            Trouble.FullDisk when !hasDisk => Trouble.Suspend,
            Trouble.SlowDisk when !canSlow => Trouble.Suspend,
            var drawn => drawn,
        };
    }

    /// <summary>How many times a trouble kills the server.</summary>
    public static int Kills(Trouble trouble) => trouble switch
    {
        Trouble.KillTwice => 2,
        Trouble.Kill or Trouble.KillSuspended or Trouble.KillWhileFull or Trouble.KillWhileSlow => 1,
        _ => 0,
    };
}
