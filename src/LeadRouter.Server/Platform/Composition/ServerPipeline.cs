using LeadRouter.Server.Features.Boards;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Features.Intake;
using LeadRouter.Server.Features.Leads;
using LeadRouter.Server.Features.RepDesks;
using LeadRouter.Server.Features.Reps;
using LeadRouter.Telephony.Twilio;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>Maps what is served.</summary>
internal static class ServerPipeline
{
    public static void Map(this WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<AnswerCounter>();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseLeadRouterProblems();
        app.UseWebSockets();
        app.UseWebFiles(options.WebFolder);
        app.UseRouting();
        app.UseLeadRouterAccounts();
        app.MapAccountEndpoints();
        app.MapIntake();
        app.MapLeads();
        app.MapReps();
        app.MapDesks();
        app.MapBoards();
        app.MapRepDesks();
        app.MapTwilioCallbacks();
        app.MapHealth();
        app.MapPrometheusMetrics().AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "LeadRouter v1");
        });
        app.UseWebPage(options.WebFolder);
    }
}
