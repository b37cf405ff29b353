using System.Net;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services.Tests.Running;
using Reelwright.Services.Work;

namespace Reelwright.Services.Tests.Operations;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly TemporaryFolder data = new();
    private TestService service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await TestService.StartAsync(data.Path);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task The_answer_is_the_envelope()
    {
        using var response = await service.PostAsync("k1");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync(Stop)).ShouldMatch(
            """^\{"success":true,"result":\{"image_url":"https://images.example/1.png","seed":null\},"cost":0.25,"processing_time":[0-9.]+,"provider":"scripted"\}$""");
    }

    [Fact]
    public async Task Fifty_requests_under_one_key_at_once_are_worked_on_once()
    {
        var release = new TaskCompletionSource();
        service.Provider.Script = (_, cancellationToken) => release.Task.WaitAsync(cancellationToken);

        var asked = Enumerable.Range(0, 50).Select(_ => service.PostAsync("k1")).ToArray();
        var refused = new List<HttpResponseMessage>();
        await foreach (var answered in Task.WhenEach(asked).WithCancellation(Stop))
        {
            refused.Add(await answered);
            if (refused.Count == 49)
            {
                release.SetResult();
            }
        }

        refused.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var conflicts = refused.Where(response => response.StatusCode == HttpStatusCode.Conflict).ToArray();
        conflicts.Length.ShouldBe(49);
        conflicts.ShouldAllBe(response => response.Headers.RetryAfter!.Delta == TimeSpan.FromSeconds(1));
        conflicts.Select(response => response.Headers.Location!.ToString()).Distinct().ShouldHaveSingleItem().ShouldStartWith("/operations/");
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task The_stored_answer_is_given_again_to_the_letter()
    {
        using var first = await service.PostAsync("k1");
        using var second = await service.PostAsync("k1", """{ "aspect_ratio": "1:1", "prompt": "a watch" }""");

        (await second.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_422()
    {
        using var first = await service.PostAsync("k1");
        using var second = await service.PostAsync("k1", """{"prompt":"a clock","aspect_ratio":"1:1"}""");

        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = (await TestService.ReadAsync(second)).GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("IDEMPOTENCY_MISMATCH");
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_media_url_that_was_signed_anew_is_no_other_body()
    {
        var links = service.Get<MediaLinks>();
        var key = MediaKey.Parse("jobs/j/reference-1.png");
        string Body(TimeSpan lifetime) => $$"""{"prompt":"a watch","aspect_ratio":"1:1","reference":"{{links.Sign(key, lifetime)}}"}""";

        using var first = await service.PostAsync("k1", Body(TimeSpan.FromMinutes(1)));
        using var second = await service.PostAsync("k1", Body(TimeSpan.FromMinutes(2)));
        using var other = await service.PostAsync("k1", Body(TimeSpan.FromMinutes(2)).Replace("reference-1", "reference-2", StringComparison.Ordinal));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_worked_on()
    {
        using var first = await service.PostAsync(null);
        using var second = await service.PostAsync(null);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Provider.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_definite_failure_is_kept_under_its_key()
    {
        service.Provider.Script = (_, _) => throw new WorkException(ServiceErrorCodes.ContentRejected, "No.", retryable: false);
        using var first = await service.PostAsync("k1");
        service.Provider.Script = (_, _) => Task.CompletedTask;
        using var second = await service.PostAsync("k1");

        first.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_worked_on_anew_under_the_same_operation()
    {
        service.Provider.Script = (_, _) => throw new InvalidOperationException("the secret of the house");
        using var first = await service.PostAsync("k1");
        var failed = await service.GetAsync("/operations?key=k1");
        service.Provider.Script = (_, _) => Task.CompletedTask;
        using var second = await service.PostAsync("k1");

        first.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var error = (await TestService.ReadAsync(first)).GetProperty("error");
        error.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        error.GetProperty("message").GetString()!.ShouldNotContain("secret");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var succeeded = await service.GetAsync("/operations?key=k1");
        succeeded.GetProperty("operation").GetProperty("id").GetString().ShouldBe(failed.GetProperty("operation").GetProperty("id").GetString());
        service.Provider.Runs.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    public async Task A_key_is_visible_ascii(string key)
    {
        using var response = await service.PostAsync(key);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestService.ReadAsync(response)).GetProperty("error").GetProperty("message").GetString()!.ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task A_caller_that_hangs_up_does_not_stop_the_work()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        service.Provider.Script = async (_, cancellationToken) =>
        {
            begun.SetResult();
            await release.Task.WaitAsync(cancellationToken);
        };
        using var impatient = new CancellationTokenSource();
        using var content = new StringContent(TestService.Body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/make") { Content = content };
        request.Headers.Add("Idempotency-Key", "k1");
        var asked = service.Client.SendAsync(request, impatient.Token);
        await begun.Task.WaitAsync(Stop);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        release.SetResult();

        (await service.EndOfAsync("/operations?key=k1")).GetProperty("success").GetBoolean().ShouldBeTrue();
    }
}
