using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Media;
using Reelwright.MediaFiles;
using Reelwright.Services;
using Reelwright.Services.Work;

namespace Reelwright.VideoGeneration.Clips;

/// <summary>
/// <c>POST /clips/materialise {"key": "jobs/.../clips/{hash}.mp4"}</c>: has a clip rendered that exists only as a recipe, and waits for
/// it.
/// </summary>
internal static class ClipEndpoints
{
    public static void MapClips(this IEndpointRouteBuilder routes) => routes
        .MapPost("/clips/materialise", MaterialiseAsync)
        .WithName("MaterialiseClip")
        .WithSummary("Renders a clip from its recipe");

    private static async Task<IResult> MaterialiseAsync(HttpRequest request, OnDemandClips media, CancellationToken cancellationToken)
    {
        var body = await JsonSerializer.DeserializeAsync(request.Body, WireJson.Wire.DictionaryStringString, cancellationToken);
        if (body?.GetValueOrDefault("key") is not { } text || !MediaKey.TryParse(text, out var key))
        {
            return new ErrorAnswer(StatusCodes.Status400BadRequest, ServiceErrorCodes.InvalidInput, "key: must be the media key of a clip");
        }

        return await media.EnsureAsync(key, cancellationToken)
            ? TypedResults.NoContent()
            : new ErrorAnswer(StatusCodes.Status404NotFound, ServiceErrorCodes.NotFound, "There is no recipe that this clip could be made from.");
    }
}
