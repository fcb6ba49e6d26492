using System.Text;

namespace LeadRouter.Simulation.Replay;

/// <summary>The lines of a text, each no longer than a row can be: a file of another kind is noticed before it fills the memory.</summary>
internal sealed class CallLines(TextReader reader)
{
    private const int Longest = 500;
    private readonly StringBuilder _line = new();

    /// <summary>Of the line that was read last; the first is 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, or null.</summary>
    public string? Next()
    {
        _line.Clear();
        Number++;
        for (var letter = reader.Read(); letter >= 0; letter = reader.Read())
        {
            if (letter == '\n')
                return Text();
            if (_line.Length == Longest)
                throw new InvalidDataException($"Line {Number}: longer than {Longest} characters; this is no row of a call.");
            _line.Append((char)letter);
        }

        return _line.Length == 0 ? null : Text();
    }

    private string Text() => _line.ToString().TrimEnd('\r');
}
