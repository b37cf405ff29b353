using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Outbound;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Tests.Outbound;

public sealed class GuardedDownloaderTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly OutboundOptions options = new() { AllowHttp = true };
    private readonly TaskCompletionSource endlessLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestHost server = null!;
    private FakeNetwork network = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Target => folder.At("download");

    public async ValueTask InitializeAsync()
    {
        server = await TestHost.StartAsync(Map, new Dictionary<string, string?>
        {
            ["Reelwright:Test:AllowedHosts:0"] = "cdn.example",
            ["Reelwright:Test:AllowedHosts:1"] = "video.internal",
        });
        network = new FakeNetwork(server.Address.Port)
            .With("cdn.example", "93.184.215.14")
            .With("rebind.example", "93.184.215.14", "127.0.0.1")
            .With("inside.example", "10.0.0.5")
            .With("localhost", "127.0.0.1", "::1")
            .With("localhost.", "127.0.0.1")
            .With("video.internal", "10.0.0.9");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_public_file_is_fetched_from_the_address_that_was_checked()
    {
        var download = await FetchAsync("http://cdn.example/clip.mp4");

        download.ShouldBe(new Download(1000, "video/mp4"));
        new FileInfo(Target).Length.ShouldBe(1000);
        network.Connected.ShouldHaveSingleItem().ShouldBe(new IPEndPoint(IPAddress.Parse("93.184.215.14"), 80));
    }

    [Theory]
    [InlineData("http://127.0.0.1/clip.mp4")]
    [InlineData("http://127.1/clip.mp4")]
    [InlineData("http://2130706433/clip.mp4")]
    [InlineData("http://0x7f.1/clip.mp4")]
    [InlineData("http://0x7f000001/clip.mp4")]
    [InlineData("http://017700000001/clip.mp4")]
    [InlineData("http://localhost/clip.mp4")]
    [InlineData("http://localhost./clip.mp4")]
    [InlineData("http://LOCALHOST/clip.mp4")]
    [InlineData("http://[::1]/clip.mp4")]
    [InlineData("http://[::ffff:127.0.0.1]/clip.mp4")]
    [InlineData("http://[::ffff:7f00:1]/clip.mp4")]
    [InlineData("http://[::127.0.0.1]/clip.mp4")]
    [InlineData("http://[fe80::1%251]/clip.mp4")]
    [InlineData("http://[64:ff9b::7f00:1]/clip.mp4")]
    [InlineData("http://[2002:7f00:1::]/clip.mp4")]
    [InlineData("http://0.0.0.0/clip.mp4")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://inside.example/clip.mp4")]
    [InlineData("http://rebind.example/clip.mp4")]
    [InlineData("http://127.0.0.1:22/clip.mp4")]
    [InlineData("http://cdn.example:22/clip.mp4")]
    [InlineData("http://user:secret@cdn.example/clip.mp4")]
    [InlineData("http://cdn.example@127.0.0.1/clip.mp4")]
    [InlineData("ftp://cdn.example/clip.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://cdn.example/clip.mp4")]
    [InlineData("data:video/mp4;base64,AAAA")]
    [InlineData("clip.mp4")]
    public async Task A_URL_that_leads_inside_is_refused_before_a_connection_is_made(string url)
    {
        var refused = await Should.ThrowAsync<DownloadException>(() => FetchAsync(url));

        refused.IsTransient.ShouldBeFalse(refused.Message);
        refused.Message.ShouldNotContain("10.0.0.5");
        refused.Message.ShouldNotContain("secret");
        network.Connected.ShouldBeEmpty();
        File.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task Plain_http_is_refused_unless_allowed()
    {
        options.AllowHttp = false;

        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/clip.mp4"))).Message.ShouldContain("only https");
        network.Connected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Configured_services_and_the_media_store_are_reached_inside()
    {
        options.AllowHttp = false;

        await FetchAsync("http://video.internal:8003/clip.mp4");
        await FetchAsync("http://127.0.0.1:8000/clip.mp4");

        network.Connected.Select(endpoint => endpoint.ToString()).ShouldBe(["10.0.0.9:8003", "127.0.0.1:8000"]);
        await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://video.internal:8004/clip.mp4"));
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        (await FetchAsync("http://cdn.example/redirect?left=3")).Length.ShouldBe(1000);

        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/redirect?left=4"))).Message.ShouldContain("more than 3 times");
        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/loop"))).Message.ShouldContain("more than 3 times");
    }

    [Theory]
    [InlineData("http://127.0.0.1/clip.mp4")]
    [InlineData("http://inside.example/clip.mp4")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://video.internal:8003/clip.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@cdn.example/clip.mp4")]
    public async Task A_redirect_is_checked_anew_and_never_leads_from_outside_to_inside(string location)
    {
        var refused = await Should.ThrowAsync<DownloadException>(() => FetchAsync($"http://cdn.example/to?{Uri.EscapeDataString(location)}"));

        refused.IsTransient.ShouldBeFalse();
        network.Connected.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/status/404", false)]
    [InlineData("/status/403", false)]
    [InlineData("/status/206", false)]
    [InlineData("/status/429", true)]
    [InlineData("/status/503", true)]
    public async Task A_transient_status_is_told_from_a_permanent_one(string path, bool transient)
    {
        (await Should.ThrowAsync<DownloadException>(() => FetchAsync($"http://cdn.example{path}"))).IsTransient.ShouldBe(transient);
    }

    [Theory]
    [InlineData("/html")]
    [InlineData("/gzip")]
    [InlineData("/large")]
    [InlineData("/large-chunked")]
    public async Task A_wrong_type_or_a_too_large_file_is_refused_and_leaves_no_file(string path)
    {
        (await Should.ThrowAsync<DownloadException>(() => FetchAsync($"http://cdn.example{path}"))).IsTransient.ShouldBeFalse();

        File.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task An_endless_body_is_cut_at_the_size_limit_and_the_connection_closed()
    {
        var error = await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/endless", Limits with { MaxBytes = 1_000_000 }));

        error.Message.ShouldBe("http://cdn.example/endless is larger than 1 MB, the most that is taken.");
        error.IsTransient.ShouldBeFalse();
        File.Exists(Target).ShouldBeFalse();
        await endlessLeft.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    [Theory]
    [InlineData("/untyped")]
    [InlineData("/octets")]
    public async Task A_response_without_a_content_type_is_accepted(string path) =>
        (await FetchAsync($"http://cdn.example{path}")).Length.ShouldBe(1000);

    [Theory]
    [InlineData("/silent", "stopped sending")]
    [InlineData("/stalls", "stopped sending")]
    [InlineData("/drips", "did not arrive")]
    public async Task A_server_that_stalls_is_given_up(string path, string reason)
    {
        var limits = Limits with { IdleTimeout = TimeSpan.FromMilliseconds(300), Timeout = TimeSpan.FromSeconds(1) };

        var slow = await Should.ThrowAsync<DownloadException>(() => FetchAsync($"http://cdn.example{path}", limits));

        slow.Message.ShouldContain(reason);
        slow.IsTransient.ShouldBeTrue();
        File.Exists(Target).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/drips")]
    [InlineData("/drips?of=9000")]
    public async Task A_trickle_of_bytes_is_given_up_long_before_the_timeout_and_the_message_gives_the_measured_pace(string path)
    {
        var watch = Stopwatch.StartNew();

        var slow = await Should.ThrowAsync<DownloadException>(() => FetchAsync($"http://cdn.example{path}", Paced with { Timeout = TimeSpan.FromSeconds(60) }));

        slow.Message.ShouldMatch(@"^http://cdn\.example/drips comes too slowly: 0\.\d+ kB in \d+(\.\d)? s, where 20 kB a second are the least\.$");
        slow.IsTransient.ShouldBeTrue();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        File.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_small_slow_file_is_accepted_when_it_arrives_in_time() =>
        (await FetchAsync("http://cdn.example/drips?of=20", Paced with { Timeout = TimeSpan.FromSeconds(60) })).Length.ShouldBe(20);

    [Fact]
    public async Task The_slow_end_of_a_fast_file_is_accepted() =>
        (await FetchAsync("http://cdn.example/drips?of=20&first=5000", Paced with { Timeout = TimeSpan.FromSeconds(60) })).Length.ShouldBe(5020);

    [Fact]
    public async Task Without_a_slowest_pace_any_pace_is_accepted()
    {
        options.SlowestKilobytesPerSecond = 0;

        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/drips", Paced with { Timeout = TimeSpan.FromSeconds(1.5) })))
            .Message.ShouldContain("did not arrive within 1.5 s");
    }

    [Fact]
    public async Task A_connection_that_is_reset_at_once_is_a_transient_fault()
    {
        network.ResetsAtOnce = true;

        var error = await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/clip.mp4"));

        error.InnerException.ShouldBeOfType<HttpRequestException>().InnerException.ShouldBeOfType<SocketException>();
        error.Message.ShouldBe("http://cdn.example/clip.mp4 could not be fetched: nothing answers there.");
        error.IsTransient.ShouldBeTrue();
        File.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_transient_fault()
    {
        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://cdn.example/broken"))).IsTransient.ShouldBeTrue();
        (await Should.ThrowAsync<DownloadException>(() => FetchAsync("http://unknown.example/clip.mp4"))).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelling_throws_the_callers_own_cancellation()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => FetchAsync("http://cdn.example/silent", Limits, stop.Token));
    }

    private static DownloadLimits Limits => new() { MaxBytes = 10_000, ContentTypes = ["video/mp4"] };

    private static DownloadLimits Paced => Limits with { PaceWindow = TimeSpan.FromMilliseconds(300) };

    private void Map(WebApplication app)
    {
        var clip = new byte[1000];
        app.MapGet("/clip.mp4", () => Results.Bytes(clip, "video/mp4"));
        app.MapGet("/html", () => Results.Bytes(clip, "text/html"));
        app.MapGet("/octets", () => Results.Bytes(clip, "application/octet-stream"));
        app.MapGet("/large", () => Results.Bytes(new byte[10_001], "video/mp4"));
        app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        app.MapGet("/loop", () => Results.Redirect("/loop"));
        app.MapGet("/redirect", (int left) => Results.Redirect(left == 1 ? "/clip.mp4" : $"/redirect?left={left - 1}"));
        app.MapGet("/to", (HttpContext context) =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = Uri.UnescapeDataString(context.Request.QueryString.Value![1..]);
            context.Response.ContentLength = 0;
        });
        app.MapGet("/untyped", (HttpContext context) => context.Response.Body.WriteAsync(clip).AsTask());
        app.MapGet("/gzip", (HttpContext context) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(clip).AsTask();
        });
        app.MapGet("/large-chunked", async (HttpContext context) =>
        {
            for (var sent = 0; sent < 20; sent++)
            {
                await context.Response.Body.WriteAsync(clip);
                await context.Response.Body.FlushAsync();
            }
        });
        app.MapGet("/endless", async (HttpContext context) =>
        {
            context.RequestAborted.Register(() => endlessLeft.TrySetResult());
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(clip, context.RequestAborted);
            }
        });
        app.MapGet("/silent", (HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        app.MapGet("/stalls", (HttpContext context) => DripAsync(context, Timeout.InfiniteTimeSpan));
        app.MapGet("/drips", (HttpContext context, int? of, int? first) => DripAsync(context, TimeSpan.FromMilliseconds(50), of, first ?? 0));
        app.MapGet("/broken", async (HttpContext context) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(clip.AsMemory(0, 500));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
    }

    private static async Task DripAsync(HttpContext context, TimeSpan wait, int? drops = null, int first = 0)
    {
        context.Response.ContentLength = drops + first;
        await context.Response.Body.WriteAsync(new byte[first], context.RequestAborted);
        for (var sent = 0; sent != drops; sent++)
        {
            await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(wait, TimeProvider.System, context.RequestAborted);
        }
    }

    private Task<Download> FetchAsync(string url) => FetchAsync(url, Limits, Stop);

    private Task<Download> FetchAsync(string url, DownloadLimits limits) => FetchAsync(url, limits, Stop);

    private async Task<Download> FetchAsync(string url, DownloadLimits limits, CancellationToken cancellationToken)
    {
        var services = new ServiceAddresses { VideoGeneration = new ServiceAddress { Url = "http://video.internal:8003" } };
        var guard = new OutboundGuard(Options.Create(options), Options.Create(services), Options.Create(new MediaFilesOptions()), network.Network);
        using var downloader = new GuardedDownloader(guard, Options.Create(options), TimeProvider.System);
        return await downloader.DownloadAsync(url, Target, limits, cancellationToken);
    }
}
