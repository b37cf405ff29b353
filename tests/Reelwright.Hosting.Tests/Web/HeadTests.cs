using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Reelwright.Hosting.Tests.Running;

namespace Reelwright.Hosting.Tests.Web;

public sealed class HeadTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(app =>
    {
        app.MapGet("/things/{id}", (string id) => id == "none" ? Results.NotFound() : Results.Text(id, "text/special"));
        app.MapPost("/things", () => "made");
    });

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Head_answers_as_get_without_a_body_and_leaves_the_connection_in_order()
    {
        using var head = await SendAsync("/things/a");
        var next = await host.Client.GetStringAsync("/things/b", Stop);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType!.MediaType.ShouldBe("text/special");
        head.Content.Headers.Allow.ShouldBeEmpty();
        (await head.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
        next.ShouldBe("b");
    }

    [Theory]
    [InlineData("/things/none", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/things", HttpStatusCode.MethodNotAllowed)]
    public async Task Head_of_what_can_not_be_got_has_the_status_of_its_get(string path, HttpStatusCode status)
    {
        using var head = await SendAsync(path);

        head.StatusCode.ShouldBe(status);
        head.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await head.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    private Task<HttpResponseMessage> SendAsync(string path) => host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);
}
