using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Problems;

namespace Reelwright.Hosting.Web.Rejections;

/// <summary>Writes the whole response, in wire format, to a request that Kestrel rejected before it reached the application.</summary>
internal static class RejectionAnswer
{
    public static byte[] Write(int status, IFeatureCollection request, DateTimeOffset now)
    {
        var meaning = StatusMeaning.Of(status);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Problem
            {
                Title = meaning.Title,
                Status = status,
                Detail = meaning.Detail,
                Instance = PathOf(request),
                Code = meaning.Code,
            },
            WireJson.Wire.Problem);
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {meaning.Title}\r\n");
        Add(head, HeaderNames.ContentType, Problem.MediaType);
        Add(head, HeaderNames.ContentLength, body.Length.ToString(CultureInfo.InvariantCulture));
        Add(head, HeaderNames.Connection, "close");
        Add(head, HeaderNames.Date, now.ToString("r", CultureInfo.InvariantCulture));
        if (request.Get<IHttpResponseFeature>()?.Headers.Allow is [{ } allow])
        {
            Add(head, HeaderNames.Allow, allow);
        }

        foreach (var (name, value) in SecurityHeaders.Defaults)
        {
            Add(head, name, value);
        }

        head.Append("\r\n");
        var isHead = request.Get<IHttpRequestFeature>() is { } asked && HttpMethods.IsHead(asked.Method);
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. isHead ? [] : body];
    }

    // Kestrel rejects headers and bodies after it has read the request line, so the path is then known.
    private static string? PathOf(IFeatureCollection request) =>
        request.Get<IHttpRequestFeature>()?.Path is ['/', ..] path ? new PathString(path).ToUriComponent() : null;

    private static void Add(StringBuilder head, string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
}
