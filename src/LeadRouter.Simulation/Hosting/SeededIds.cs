namespace LeadRouter.Simulation.Hosting;

/// <summary>Ids of the form the server draws, from a seed.</summary>
internal sealed class SeededIds(Draw draw) : IIdSource
{
    public string NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        draw.Fill(bytes);
        var milliseconds = now.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(milliseconds >> (40 - 8 * i));
        return Convert.ToHexStringLower(bytes);
    }
}
