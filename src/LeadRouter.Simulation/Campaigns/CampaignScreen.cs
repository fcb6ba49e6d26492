using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>Shows a campaign as it runs: a bar on a terminal, a line now and then in a file.</summary>
internal sealed class CampaignScreen(TextWriter output, CampaignOptions options, Func<TimeSpan> processorTime)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _before = processorTime();

    /// <summary>Returns when the campaign has ended, and tells its figures.</summary>
    public async Task ShowAsync(Campaign campaign, Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal)
            await ShowBarAsync(console, campaign, running);
        else
            await ShowLinesAsync(campaign, running);
        await output.WriteLineAsync(Line(campaign.Figures));
    }

    private async Task ShowBarAsync(IAnsiConsole console, Campaign campaign, Task running) => await console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bars =>
        {
            var bar = bars.AddTask("starting", maxValue: options.Seeds);
            do
            {
                await Task.WhenAny(running, Task.Delay(Refresh, TimeProvider.System));
                var figures = campaign.Figures;
                bar.Value = figures.Seeds;
                bar.Description = string.Create(CultureInfo.InvariantCulture, $"{figures.Leads:N0} leads, {Pace(figures):N0}/min");
            }
            while (!running.IsCompleted);
        });

    private async Task ShowLinesAsync(Campaign campaign, Task running)
    {
        var shown = Stopwatch.StartNew();
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(Refresh, TimeProvider.System));
            if (running.IsCompleted || shown.Elapsed < LineEvery)
                continue;
            shown.Restart();
            await output.WriteLineAsync(Line(campaign.Figures));
        }
    }

    private string Line(CampaignFigures figures) => string.Create(CultureInfo.InvariantCulture,
        $"{figures.Seeds:N0}/{options.Seeds:N0} seeds, {figures.Leads:N0} leads, {figures.Lives:N0} lives of the process, {Pace(figures):N0} leads a minute of processor time");

    private double Pace(CampaignFigures figures) => figures.Leads / Math.Max((processorTime() - _before).TotalMinutes, 1e-9);
}
