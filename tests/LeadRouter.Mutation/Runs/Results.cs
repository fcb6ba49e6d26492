using System.Globalization;
using LeadRouter.Mutation.Mutants;

namespace LeadRouter.Mutation.Runs;

/// <summary>The fates that are known, in a file: a run that was broken off, or a larger sample, goes on from there.</summary>
internal sealed class Results
{
    private readonly string _file;
    private readonly Dictionary<int, (Notice Tests, Notice Simulator)> _known = [];
    private readonly Lock _writing = new();

    public Results(string file)
    {
        _file = file;
        if (!File.Exists(file)) return;
        foreach (var words in File.ReadLines(file).Select(line => line.Split('\t')).Where(words => words.Length == 3))
            _known[int.Parse(words[0], CultureInfo.InvariantCulture)] = (Enum.Parse<Notice>(words[1]), Enum.Parse<Notice>(words[2]));
    }

    public Fate? Of(Mutant mutant)
    {
        lock (_writing)
            return _known.TryGetValue(mutant.Id, out var fate) ? new Fate(mutant, fate.Tests, fate.Simulator) : null;
    }

    public void Add(Fate fate)
    {
        lock (_writing)
        {
            _known[fate.Mutant.Id] = (fate.Tests, fate.Simulator);
            File.AppendAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{fate.Mutant.Id}\t{fate.Tests}\t{fate.Simulator}\n"));
        }
    }
}
