using System.Globalization;
using System.Numerics;

namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>A set of lengths from 0 to 31 digits.</summary>
internal readonly record struct DigitCounts(uint Bits)
{
    public int Min => Bits == 0 ? 0 : BitOperations.TrailingZeroCount(Bits);

    public int Max => Bits == 0 ? 0 : 31 - BitOperations.LeadingZeroCount(Bits);

    public bool IsSingle => BitOperations.IsPow2(Bits);

    public bool Contains(int length) => length is >= 0 and < 32 && (Bits & (1u << length)) != 0;

    /// <summary>Reads <c>7,9-10</c>.</summary>
    public static DigitCounts Parse(string text)
    {
        var bits = 0u;
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var length = int.Parse(ends[0], CultureInfo.InvariantCulture); length <= last; length++)
                bits |= 1u << length;
        }
        return new DigitCounts(bits);
    }
}
