using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Reelwright.Orchestrator.Access;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class GenerateAdTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Path = "/api/v1/generate-ad";
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task A_request_in_order_is_created_and_can_be_read_where_the_answer_says()
    {
        var response = await api.PostJsonAsync(Path, Body);

        api.Faults.ShouldBeEmpty();
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await response.Content.ReadFromJsonAsync<JsonElement>();
        created.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["job_id", "status", "created_at", "estimated_completion_time", "estimated_cost_usd"]);
        created.GetProperty("status").GetString().ShouldBe("queued");
        created.GetProperty("estimated_cost_usd").GetRawText().ShouldBe("0.00");
        created.GetProperty("estimated_completion_time").GetDateTimeOffset().ShouldBeGreaterThan(created.GetProperty("created_at").GetDateTimeOffset());
        response.Headers.Location!.OriginalString.ShouldBe($"/api/v1/jobs/{created.GetProperty("job_id").GetString()}");

        var job = await api.GetJsonAsync(response.Headers.Location.OriginalString);
        job.GetProperty("status").GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task The_engine_is_woken_by_a_creation()
    {
        var woken = api.Signals.WaitReadyAsync(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        await api.PostJsonAsync(Path, Body);

        await woken.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_stored_request_is_what_was_asked_for_cleaned_and_complete()
    {
        var response = await api.PostJsonAsync(Path, """{"aspect_ratio": "1:1", "duration": 15.0, "prompt": " 新しい抹茶ラテの\t広告を作って ", "metadata": {"b": "2", "a": "1"}}""");

        var job = await api.GetJsonAsync(response.Headers.Location!.OriginalString);
        job.GetProperty("request").GetRawText().ShouldBe(
            """{"prompt":"新しい抹茶ラテの 広告を作って","duration":15,"aspect_ratio":"1:1","brand_guidelines":{},"options":{},"metadata":{"b":"2","a":"1"},"max_cost_usd":null,"max_in_doubt_usd":null,"priority":5,"cache":true,"variants":[]}""");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(", \"max_in_doubt_usd\": 0", 0)]
    [InlineData(", \"max_in_doubt_usd\": 1.5", 1.5)]
    public async Task Consent_in_advance_is_the_job_s_and_none_when_it_is_not_given(string member, double sum)
    {
        var response = await api.PostJsonAsync(Path, Body.Replace("}", member + "}", StringComparison.Ordinal));

        var lease = await api.Store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
        var claimed = await api.Store.ClaimAsync(lease, 1000, CancellationToken.None);
        claimed.Single(job => response.Headers.Location!.OriginalString.EndsWith(job.Job.Id.ToString(), StringComparison.Ordinal)).Job.MaxInDoubt.ShouldBe((decimal)sum);
    }

    [Fact]
    public async Task The_limit_of_the_request_becomes_the_limit_of_the_job()
    {
        var response = await api.PostJsonAsync(Path, Body.Replace("}", ", \"max_cost_usd\": 1.25}", StringComparison.Ordinal));

        var lease = await api.Store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
        var claimed = await api.Store.ClaimAsync(lease, 1000, CancellationToken.None);
        var job = claimed.Single(job => response.Headers.Location!.OriginalString.EndsWith(job.Job.Id.ToString(), StringComparison.Ordinal)).Job;
        job.CostLimit.ShouldBe(1.25m);
        job.Owner.ShouldBe(Caller.Local);
    }

    [Theory]
    [InlineData("key-1", "key-1")]
    [InlineData("\"key-2\"", "key-2")]
    [InlineData("\"key-3\"", "\"key-3\"")]
    public async Task The_same_key_and_wish_give_the_same_answer_and_one_job(string first, string second)
    {
        var created = await api.PostJsonAsync(Path, Body, ("Idempotency-Key", first));
        var replayed = await api.PostJsonAsync(
            Path, """{"duration": 3e1, "aspect_ratio": "9:16", "prompt": "An ad for luxury watches ", "priority": 5}""", ("Idempotency-Key", second));

        replayed.StatusCode.ShouldBe(HttpStatusCode.Created);
        replayed.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        created.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        (await replayed.Content.ReadAsStringAsync()).ShouldBe(await created.Content.ReadAsStringAsync());
        replayed.Headers.Location.ShouldBe(created.Headers.Location);
    }

    [Fact]
    public async Task The_order_of_metadata_is_kept_but_makes_no_other_wish()
    {
        var created = await api.PostJsonAsync(Path, Body.Replace("}", ", \"metadata\": {\"z\": \"1\", \"a\": \"2\"}}", StringComparison.Ordinal), ("Idempotency-Key", "order"));
        var replayed = await api.PostJsonAsync(Path, Body.Replace("}", ", \"metadata\": {\"a\": \"2\", \"z\": \"1\"}}", StringComparison.Ordinal), ("Idempotency-Key", "order"));

        replayed.StatusCode.ShouldBe(HttpStatusCode.Created);
        replayed.Headers.Location.ShouldBe(created.Headers.Location);
        var job = await api.GetJsonAsync(created.Headers.Location!.OriginalString);
        job.GetProperty("request").GetProperty("metadata").EnumerateObject().Select(pair => pair.Name).ShouldBe(["z", "a"]);
    }

    [Fact]
    public async Task Fifty_at_once_under_one_key_make_one_job()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => api.PostJsonAsync(Path, Body, ("Idempotency-Key", "fifty"))));

        answers.Select(answer => answer.StatusCode).Distinct().ShouldBe([HttpStatusCode.Created]);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Headers.Contains("Idempotent-Replayed")).ShouldBe(49);
    }

    [Fact]
    public async Task The_same_key_for_another_wish_is_refused()
    {
        await api.PostJsonAsync(Path, Body, ("Idempotency-Key", "k"));
        var other = await api.PostJsonAsync(Path, Body.Replace("30", "31", StringComparison.Ordinal), ("Idempotency-Key", "k"));

        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_MISMATCH");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\"open")]
    [InlineData("\"\"")]
    [InlineData("clé")]
    public async Task A_key_that_is_none_is_refused_together_with_what_else_is_wrong(string key)
    {
        var problem = await (await api.PostJsonAsync(Path, "{}", ("Idempotency-Key", key))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["Idempotency-Key", "prompt", "duration", "aspect_ratio"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_key_may_have_255_characters_and_no_more()
    {
        (await api.PostJsonAsync(Path, Body, ("Idempotency-Key", new string('k', 255)))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.PostJsonAsync(Path, Body, ("Idempotency-Key", new string('k', 256)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Only_JSON_in_UTF8_is_read(string? contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        await (await api.Client.PostAsync(Path, content)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task A_large_body_of_another_kind_is_refused_for_its_kind()
    {
        var content = new StringContent(new string('x', 5_000_000), Encoding.UTF8, "text/plain");

        await (await api.Client.PostAsync(Path, content)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new StringContent(Body, Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        await (await api.Client.PostAsync(Path, content)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 5_000_000)]
    [InlineData(true, 5_000_000)]
    public async Task A_body_over_64_KiB_is_refused(bool chunked, int over)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(Body.PadRight((64 * 1024) + over), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;

        await (await api.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_of_64_KiB_is_read() =>
        (await api.PostJsonAsync(Path, Body.PadRight(64 * 1024))).StatusCode.ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task Nothing_is_not_a_request()
    {
        var problem = await (await api.Client.PostAsync(Path, null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").GetProperty("body")[0].GetString()!.ShouldStartWith("is empty");
    }

    [Fact]
    public async Task Malformed_JSON_is_a_problem_that_says_where()
    {
        var problem = await (await api.PostJsonAsync(Path, "{\n \"prompt\": }")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").GetProperty("body")[0].GetString()!.ShouldContain("line 2, byte 12");
        problem.GetProperty("instance").GetString().ShouldBe(Path);
    }

    [Fact]
    public async Task Another_method_is_a_problem_too() =>
        await (await api.Client.GetAsync(Path)).ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");

    [Fact]
    public async Task A_replay_after_the_job_was_deleted_repeats_the_first_answer_and_makes_no_job()
    {
        const string Body = """{"prompt": "An ad that is deleted soon", "duration": 30, "aspect_ratio": "9:16"}""";
        await using var own = await ApiHost.StartAsync();
        var first = await (await own.PostJsonAsync("/api/v1/generate-ad", Body, ("Idempotency-Key", "k"))).Content.ReadAsStringAsync();
        var path = $"/api/v1/jobs/{JsonDocument.Parse(first).RootElement.GetProperty("job_id").GetString()}";
        await own.Client.PostAsync(path + "/cancel", null);
        (await own.Client.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var replay = await own.PostJsonAsync("/api/v1/generate-ad", Body, ("Idempotency-Key", "k"));

        replay.StatusCode.ShouldBe(HttpStatusCode.Created);
        replay.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await replay.Content.ReadAsStringAsync()).ShouldBe(first);
        (await own.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetJsonAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
