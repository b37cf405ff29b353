using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Reelwright.Hosting.Tests.Running;

namespace Reelwright.Hosting.Tests.Web;

/// <summary>What the server refuses before the application sees it, over a bare socket.</summary>
public sealed class RejectionTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(app =>
    {
        app.MapGet("/fine", () => "fine");
        app.MapPost("/length", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            return (await reader.ReadToEndAsync(context.RequestAborted)).Length;
        });
    });

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public static TheoryData<string, int, string> Refused { get; } = new()
    {
        { "GET /api/v1/jobs/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET /a\0b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET fine HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, "METHOD_NOT_ALLOWED" },
        { "nonsense\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET /fine HTTP/1.1\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET /fine HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET /fine HTTP/1.1\r\nHost: localhost\r\nBroken\r\n\r\n", 400, "INVALID_INPUT" },
        { "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, "METHOD_NOT_ALLOWED" },
        { $"GET /{new string('a', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414, "INVALID_INPUT" },
        { $"GET /fine HTTP/1.1\r\nHost: localhost\r\nX-Large: {new string('a', 17_000)}\r\n\r\n", 431, "INVALID_INPUT" },
        { "GET /fine HTTP/3.9\r\nHost: localhost\r\n\r\n", 505, "INVALID_INPUT" },
        { "POST /length HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400, "INVALID_INPUT" },
        { "POST /length HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "INVALID_INPUT" },
        { "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404, "NOT_FOUND" },
        { "GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404, "NOT_FOUND" },
        { "ODD /fine HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405, "METHOD_NOT_ALLOWED" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Every_refusal_is_a_problem_with_a_code(string request, int status, string code)
    {
        var (head, body) = await SendAsync(request);

        head[0].ShouldStartWith($"HTTP/1.1 {status} ");
        head.ShouldContain("Content-Type: application/problem+json");
        head.ShouldContain("X-Content-Type-Options: nosniff");

        // The application's own answers come in chunks.
        using var problem = JsonDocument.Parse(body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)]);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("GET /fine%20day HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "/fine%20day")]
    [InlineData("GET /fine?a=b HTTP/1.1\r\nHost: localhost\r\nBroken\r\n\r\n", "/fine")]
    [InlineData("GET /api/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", null)]
    [InlineData("nonsense\r\n\r\n", null)]
    public async Task The_path_is_named_where_it_could_be_read_and_left_out_where_not(string request, string? path)
    {
        var (_, body) = await SendAsync(request);

        using var problem = JsonDocument.Parse(body);
        (problem.RootElement.TryGetProperty("instance", out var instance) ? instance.GetString() : null).ShouldBe(path);
    }

    [Fact]
    public async Task A_good_request_before_a_bad_one_on_the_same_connection_gets_its_own_response()
    {
        var (head, rest) = await SendAsync("GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\nGET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n");

        head[0].ShouldBe("HTTP/1.1 200 OK");
        rest.ShouldContain("fine");
        rest.Split("HTTP/1.1 400 Bad Request").Length.ShouldBe(2);
        rest.ShouldEndWith("\"code\":\"INVALID_INPUT\"}");
        rest.ShouldNotContain("\"instance\"", Case.Sensitive, "the path of the request before is not this one's");
    }

    private async Task<(string[] Head, string Body)> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var parts = (await reader.ReadToEndAsync(Stop)).Split("\r\n\r\n", 2);
        return (parts[0].Split("\r\n"), parts[1]);
    }
}
