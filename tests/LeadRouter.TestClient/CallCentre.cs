using System.Globalization;
using LeadRouter.Contracts;

namespace LeadRouter.TestClient;

/// <summary>Sets a call centre up through the public surface: an administrator, reps with accounts.</summary>
public static class CallCentre
{
    private const string RepPassword = "test-rep-password";

    /// <summary>Signed in as the administrator.</summary>
    public static async Task<Api> AdminAsync(ServerProcess server)
    {
        var api = new Api(server.Address);
        await api.SignInAsync("admin", ServerProcess.AdminPassword);
        return api;
    }

    /// <summary>Makes reps <c>rep1</c> to <c>repN</c> and signs them in; gives their ids and tokens.</summary>
    public static async Task<IReadOnlyList<TestRep>> AddRepsAsync(Api admin, int count, Func<int, CreateRepRequest, CreateRepRequest>? change = null)
    {
        var reps = new List<TestRep>();
        for (var i = 1; i <= count; i++)
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"rep{i}");
            var request = new CreateRepRequest { User = user, Password = RepPassword, Name = $"Rep {user[3..]}" };
            var made = await admin.PostAsync<CreateRepResponse>("/api/v1/reps", change?.Invoke(i, request) ?? request);
            using var api = new Api(admin.Server);
            reps.Add(new TestRep(made.RepId, user, await api.SignInAsync(user, RepPassword)));
        }

        return reps;
    }
}

/// <summary>A rep with an account and an open session.</summary>
public sealed record TestRep(string RepId, string User, string Token);
