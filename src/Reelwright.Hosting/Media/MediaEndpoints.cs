using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Problems;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Hosting.Media;

/// <summary><c>GET /media/{key}</c>: files of the store under signed URLs, with ranges and validators.</summary>
public static partial class MediaEndpoints
{
    public static IEndpointConventionBuilder MapMediaFiles(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/media/{**key}", [HttpMethods.Get, HttpMethods.Head], ServeAsync)
        .WithName("GetMediaFile")
        .WithSummary("A file of the media store, under a signed URL that expires")
        .ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(
        string? key,
        string? expires,
        string? signature,
        HttpContext context,
        MediaLinks links,
        OnDemandClips media,
        ILogger<OnDemandClips> logger)
    {
        if (!MediaKey.TryParse(key, out var mediaKey) || MediaFormats.ContentTypeOf(mediaKey.Extension) is not { } contentType)
        {
            return Absent();
        }

        switch (links.Check(mediaKey, expires, signature))
        {
            case LinkState.Expired:
                return Refused("This link has expired. Ask the job for a new one.");
            case LinkState.Invalid:
                return Refused("The signature of this link does not match: it was changed, or it was signed with another key.");
        }

        MediaContent? content;
        try
        {
            content = await media.OpenAsync(mediaKey, context.RequestAborted);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            Log.NotMade(logger, exception, mediaKey);
            return new ProblemResult(
                StatusCodes.Status503ServiceUnavailable,
                ErrorCodes.Unavailable,
                "This clip could not be rendered just now; try again soon.");
        }

        if (content is null)
        {
            return Absent();
        }

        IgnoreForeignRange(context.Request);
        return Serve(context.Response, mediaKey, content, contentType);
    }

    // https://www.rfc-editor.org/rfc/rfc9110#section-14.2: a range in an unknown unit is ignored. The framework takes any unit for bytes.
    private static void IgnoreForeignRange(HttpRequest request)
    {
        if (RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range)
            && !range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Remove(HeaderNames.Range);
        }
    }

    private static IResult Serve(HttpResponse response, MediaKey key, MediaContent content, string contentType)
    {
        response.Headers.CacheControl = "private, max-age=600";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers.ContentDisposition = $"inline; filename=\"{key.FileName}\"";
        return Results.Stream(
            content.Content, contentType, lastModified: content.LastModified, entityTag: new EntityTagHeaderValue(
                content.ETag), enableRangeProcessing: true);
    }

    private static ProblemResult Absent() => new(StatusCodes.Status404NotFound, ErrorCodes.NotFound, "There is no such media file.");

    private static ProblemResult Refused(string detail) => new(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, detail);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Clip {Key} could not be rendered from its recipe")]
        public static partial void NotMade(ILogger logger, Exception exception, MediaKey key);
    }
}
