using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>
/// The body of a paid call. It records whether its first byte was handed to a connection: before that the service can't have taken the
/// call, whatever the fault. After that the handler never sends it again by itself.
/// </summary>
internal sealed class TrackedJsonContent : HttpContent
{
    private readonly byte[] body;
    private volatile bool begun;

    public TrackedJsonContent(string json)
    {
        body = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Begun => begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        begun = true;
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
