using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Hosting.Media;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Hosting.Tests.Media;

public sealed class MediaEndpointTests : IAsyncLifetime
{
    private static readonly MediaKey Film = MediaKey.Parse("jobs/j/films/h/film.mp4");
    private static readonly MediaKey Clip = MediaKey.Parse("jobs/j/clips/abc.mp4");

    private readonly TaskCompletionSource release = new();
    private int rendered;
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(
            app => app.MapMediaFiles(),
            build: builder => builder.Services.AddSingleton<MaterialiseMedia>(provider => (key, cancellationToken) => RenderAsync(provider.GetRequiredService<IMediaStore>(), key)));
        await PutAsync(Film, "0123456789");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_signed_url_yields_the_file_with_careful_headers()
    {
        using var response = await host.Client.GetAsync(Url(Film), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe("0123456789");
        response.Content.Headers.ContentType!.ToString().ShouldBe("video/mp4");
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe("inline; filename=\"film.mp4\"");
        response.Headers.AcceptRanges.ShouldContain("bytes");
        response.Headers.ETag.ShouldNotBeNull();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=5-500", "56789", "bytes 5-9/10")]
    [InlineData("Bytes=2-4", "234", "bytes 2-4/10")]
    public async Task A_range_is_served(string range, string expected, string contentRange)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(Film));
        request.Headers.Range = RangeHeaderValue.Parse(range);

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe(expected);
        response.Content.Headers.ContentRange!.ToString().ShouldBe(contentRange);
    }

    [Theory]
    [InlineData("seconds=2-4")]
    [InlineData("items=50-60")]
    public async Task A_range_in_another_unit_is_ignored(string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(Film));
        request.Headers.Range = RangeHeaderValue.Parse(range);

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe("0123456789");
        response.Headers.AcceptRanges.ShouldBe(["bytes"]);
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_416()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(Film));
        request.Headers.Range = RangeHeaderValue.Parse("bytes=50-60");

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange!.ToString().ShouldBe("bytes */10");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Content.Headers.ContentDisposition.ShouldBeNull();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync(Stop)).ShouldContain("The file has no such range");
    }

    [Fact]
    public async Task A_failed_precondition_is_412_with_a_problem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(Film));
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"another\""));

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldContain("\"status\":412");
    }

    [Fact]
    public async Task Head_of_a_range_gives_its_length_without_the_bytes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Url(Film));
        request.Headers.Range = RangeHeaderValue.Parse("bytes=2-4");

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentLength.ShouldBe(3);
        (await response.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_gives_the_length_without_the_file()
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Url(Film)), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(10);
        (await response.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_the_caller_has_is_not_sent_again()
    {
        using var first = await host.Client.GetAsync(Url(Film), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(Film));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var response = await host.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task An_expired_or_changed_link_is_forbidden_with_a_reason()
    {
        var expired = host.Get<MediaLinks>().Sign(Film, TimeSpan.FromSeconds(-1));
        var changed = host.Get<MediaLinks>().ForUser(Film).Replace("film.mp4", "film2.mp4", StringComparison.Ordinal);

        (await ProblemAsync(expired)).ShouldBe((HttpStatusCode.Forbidden, "FORBIDDEN", "This link has expired. Ask the job for a new one."));
        (await ProblemAsync(changed)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ProblemAsync("/media/jobs/j/films/h/film.mp4")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/media/../appsettings.json")]
    [InlineData("/media/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/media/..%2f..%2fetc%2fpasswd")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/.incoming/x.mp4")]
    [InlineData("/media/jobs/j/clips/abc.recipe.json")]
    [InlineData("/media/jobs/j/film.exe")]
    [InlineData("/media/")]
    public async Task Only_media_files_are_served(string path) => (await ProblemAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_signed_link_to_a_file_that_is_gone_is_404()
    {
        var (status, code, _) = await ProblemAsync(Url(MediaKey.Parse("jobs/gone/film.mp4")));

        status.ShouldBe(HttpStatusCode.NotFound);
        code.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Only_reading_methods_are_accepted()
    {
        using var response = await host.Client.PostAsync(Url(Film), new StringContent("x"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_clip_with_only_a_recipe_is_rendered_once_for_all_requests()
    {
        await PutAsync(MediaKey.Parse("jobs/j/clips/abc.recipe.json"), "{}");

        var asked = Enumerable.Range(0, 20).Select(_ => host.Client.GetStringAsync(Url(Clip), Stop)).ToArray();
        release.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(clip => clip == "rendered");
        rendered.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_recipe_nothing_is_rendered()
    {
        (await ProblemAsync(Url(Clip))).Status.ShouldBe(HttpStatusCode.NotFound);
        rendered.ShouldBe(0);
    }

    private async Task<bool> RenderAsync(IMediaStore store, MediaKey key)
    {
        Interlocked.Increment(ref rendered);
        await release.Task.WaitAsync(Stop);
        await store.PutAsync(key, new MemoryStream("rendered"u8.ToArray()), Stop);
        return true;
    }

    private Task PutAsync(MediaKey key, string content) =>
        host.Get<IMediaStore>().PutAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(content)), Stop);

    private string Url(MediaKey key) => new Uri(host.Get<MediaLinks>().ForUser(key)).PathAndQuery;

    private async Task<(HttpStatusCode Status, string? Code, string? Detail)> ProblemAsync(string url)
    {
        var path = url.StartsWith('/') ? url : new Uri(url).PathAndQuery;

        // HttpClient tidies dots away before it sends; the raw path must reach the server.
        var target = new Uri(host.Address, "/");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{target.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using var response = await host.Client.SendAsync(request, Stop);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        return (response.StatusCode, problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("detail").GetString());
    }
}
