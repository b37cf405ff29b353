using System.Net;
using System.Net.Sockets;
using Reelwright.Hosting.Outbound;

namespace Reelwright.Hosting.Tests.Outbound;

public sealed class ConnectFaultsTests
{
    [Fact]
    public async Task A_bare_socket_fault_becomes_a_connection_error()
    {
        using var client = new HttpClient(new ConnectFaults(new Handler(() => throw new SocketException((int)SocketError.NotConnected))));

        var fault = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("http://a.test/", TestContext.Current.CancellationToken));

        fault.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        fault.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.NotConnected);
    }

    [Fact]
    public async Task A_response_passes_unchanged()
    {
        using var client = new HttpClient(new ConnectFaults(new Handler(() => new HttpResponseMessage(HttpStatusCode.NoContent))));

        using var answer = await client.GetAsync("http://a.test/", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private sealed class Handler(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
