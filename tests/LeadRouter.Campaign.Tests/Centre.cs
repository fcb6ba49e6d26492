using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests;

/// <summary>Puts the desk of a campaign in force through the public surface.</summary>
internal static class Centre
{
    /// <summary>Changes the desk that ships.</summary>
    public static async Task SetDeskAsync(Api admin, Action<JsonNode, JsonNode> change)
    {
        var desk = (await admin.Http.GetFromJsonAsync<JsonNode>("/api/v1/desk"))!;
        desk["timeZone"] = ZoneFarFromMidnight(DateTimeOffset.UtcNow);
        change(desk, desk["queues"]![0]!);
        using var body = new StringContent(desk.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await admin.Http.PutAsync(new Uri("/api/v1/desk", UriKind.Relative), body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The counters of the day begin anew at the centre's midnight: a zone where it is about noon keeps that out of the run.</summary>
    private static string ZoneFarFromMidnight(DateTimeOffset now)
    {
        var east = 12 - now.Hour;
        // The sign of these names is the other way round: Etc/GMT-3 is three hours east of Greenwich.
        return east == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-east:+0;-0}");
    }
}
