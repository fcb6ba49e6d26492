using System.Globalization;
using LeadRouter.StoreBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
BenchOptions options;
try
{
    options = BenchOptions.Parse(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n{BenchOptions.Usage}");
    return 2;
}

if (options.Connection is { } connection)
{
    Console.WriteLine(await PostgresBench.PartAsync(connection, options));
    return 0;
}

Console.WriteLine($"{options.Processes} x {options.Writers} writers, {options.Readers} readers, states of {options.Bytes} B, {(options.Full ? "full" : "lean")} turns");
if (options.Postgres) await PostgresBench.RunAsync(options, args);
else await SqliteBench.RunAsync(options);
return 0;
