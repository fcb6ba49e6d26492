using System.Text.Json;
using LeadRouter.Contracts;
using LeadRouter.Server.Features.Boards;

namespace LeadRouter.Boards.Tests;

internal static class Boards
{
    /// <summary>What a viewer reads of it.</summary>
    public static BoardDto Read(BoardSnapshot snapshot) => JsonSerializer.Deserialize<BoardDto>(snapshot.Json, JsonSerializerOptions.Web)!;
}
