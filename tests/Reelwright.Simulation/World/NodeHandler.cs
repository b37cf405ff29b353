using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Reelwright.Simulation.World;

/// <summary>The end of the wire at a node: takes what the node's HTTP clients send, and gives them what comes back.</summary>
internal sealed class NodeHandler(ServiceDirectory directory, Wire wire, INodeWatch node) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (directory.AnswerAtOnce(request) is { } told)
        {
            return Task.FromResult(ToResponse(told));
        }

        var (wanted, isPaid) = directory.Read(request);
        return ExchangeAsync(wanted, isPaid, request.Content, cancellationToken);
    }

    private async Task<HttpResponseMessage> ExchangeAsync(WireRequest wanted, bool isPaid, HttpContent? body, CancellationToken cancellationToken)
    {
        var response = new TaskCompletionSource<HttpResponseMessage>();
        if (isPaid)
        {
            node.Sending(wanted);
        }

        if (!wire.Carry(wanted, answer => Complete(response, answer)))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        }

        if (body is not null)
        {
            // From here on the client must take the call for sent.
            await body.LoadIntoBufferAsync(CancellationToken.None);
        }

        if (isPaid)
        {
            node.Sent(wanted);
        }

        using var abandoned = cancellationToken.Register(() => response.TrySetCanceled(cancellationToken));
        return await response.Task;
    }

    private static void Complete(TaskCompletionSource<HttpResponseMessage> response, ServiceAnswer? answer)
    {
        if (answer is null)
        {
            response.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded, "Connection reset"));
        }
        else
        {
            response.TrySetResult(ToResponse(answer));
        }
    }

    private static HttpResponseMessage ToResponse(ServiceAnswer answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        HttpContent content = answer.IsCut ? new StreamContent(new CutStream(bytes[..(bytes.Length / 2)])) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(answer.ContentType);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content };
        if (answer.Location is { } location)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        if (answer.RetryAfter is { } wait)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", wait);
        }

        return response;
    }
}
