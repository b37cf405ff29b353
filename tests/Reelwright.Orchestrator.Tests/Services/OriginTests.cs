using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>A call is polled, looked up and stopped where it was made, whatever is configured now.</summary>
public sealed class OriginTests : GatewayTest
{
    private const string Capabilities = """{"idempotency":true,"operations":true}""";
    private const string Secret = "a-token-of-16-chars";
    private static readonly string Strangers = """{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..].Replace("clip.mp4", "strangers.mp4", StringComparison.Ordinal);

    [Fact]
    public async Task An_operation_is_asked_for_at_the_former_address_and_a_strangers_is_not_adopted()
    {
        await using var former = Service("""{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..]);
        await using var present = Service(Strangers);
        var call = Call(former.Server.Url);

        (await present.Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>().Response.ShouldContain("clip.mp4");
        (await present.Gateway.StopAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>().Response.ShouldContain("clip.mp4");
        (await present.Gateway.FindAsync(call with { Operation = null }, Token)).ShouldBeOfType<CallOutcome.Accepted>();

        present.Server.Requests.ShouldBeEmpty();
        former.Server.Requests.Select(request => request.Method).ShouldBe(["GET", "DELETE", "GET", "GET", "GET"]);
    }

    [Fact]
    public async Task A_former_address_that_is_gone_leaves_the_call_running()
    {
        await using var present = Service(Strangers);
        var gone = new Uri($"http://127.0.0.1:{Testing.FreePort.Take()}");

        (await present.Gateway.PollAsync(Call(gone), Token)).ShouldBeOfType<CallOutcome.Running>();
        (await present.Gateway.StopAsync(Call(gone), Token)).ShouldBeOfType<CallOutcome.Running>();
        (await present.Gateway.FindAsync(Call(gone) with { Operation = null }, Token)).ShouldBeOfType<CallOutcome.Running>();

        present.Server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("somewhere")]
    [InlineData("ftp://127.0.0.1/ -")]
    [InlineData("http://user:password@127.0.0.1/ -")]
    public async Task An_origin_that_can_not_be_read_is_asked_nowhere(string origin)
    {
        await using var present = Service(Strangers);
        var call = Call(present.Server.Url) with { Origin = origin };

        (await present.Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await present.Gateway.StopAsync(call, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await present.Gateway.FindAsync(call with { Operation = null }, Token)).ShouldBeOfType<CallOutcome.Running>();

        present.Server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_without_an_origin_belongs_to_the_present_one()
    {
        await using var present = Service("""{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..]);

        (await present.Gateway.PollAsync(Call(present.Server.Url) with { Origin = null }, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task The_origin_is_the_address_and_a_fingerprint_of_the_account()
    {
        var with = await OriginAsync("http://LOCALHOST:8003/video/", Secret);
        var without = await OriginAsync("http://localhost:8003/video", null);

        without.ShouldBe("http://localhost:8003/video -");
        with.ShouldMatch("^http://localhost:8003/video [0-9a-f]{12}$");
        with.ShouldBe(await OriginAsync("http://localhost:8003/video", Secret));
        with.ShouldNotBe(await OriginAsync("http://localhost:8003/video", Secret + "2"));
        with.ShouldNotBe(await OriginAsync("http://localhost:8003/other", Secret));
        with.ShouldNotBe(await OriginAsync("https://localhost:8003/video", Secret));
    }

    [Fact]
    public async Task A_named_origin_is_asked_wherever_it_is_now()
    {
        using var handler = new RecordingHandler { Operation = """{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..] };
        using var client = Client("https://moved.example", null, handler, "embedded");
        var call = ClipCall with { State = CallState.Accepted, Operation = "/operations/7", Origin = "embedded -" };

        (await client.DescribeAsync(Token)).Origin.ShouldBe("embedded -");
        (await client.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
        (await client.PollAsync(call with { Origin = "another -" }, Token)).ShouldBeOfType<CallOutcome.Running>();
        handler.Requests.ShouldAllBe(request => request.Url.Host == "moved.example");
    }

    [Theory]
    [InlineData("https://ours.example/v1", "https://ours.example/v1", "same", true)]
    [InlineData("https://ours.example/v1", "https://ours.example/v1", "other", true)]
    [InlineData("https://ours.example:8443/v2", "https://ours.example/v1", "other", true)]
    [InlineData("https://former.example/v1", "https://ours.example/v1", "same", true)]
    [InlineData("https://former.example/v1", "https://ours.example/v1", "other", false)]
    [InlineData("https://former.example/v1", "https://ours.example/v1", null, false)]
    [InlineData("http://ours.example/v1", "https://ours.example/v1", "other", false)]
    [InlineData("https://ours.example.evil.example/v1", "https://ours.example/v1", "other", false)]
    public async Task A_token_goes_only_to_hosts_that_it_was_configured_for(string former, string present, string? account, bool isSent)
    {
        using var handler = new RecordingHandler();
        using var client = Client(present, Secret, handler);
        var origin = ServiceOrigin.Of(former, account == "same" ? Secret : account is null ? null : "another-token-of-16").ToString();

        await client.PollAsync(ClipCall with { Operation = "/operations/7", Origin = origin }, Token);

        handler.Requests.ShouldNotBeEmpty();
        handler.Requests.ShouldAllBe(request =>
            request.Url.GetLeftPart(UriPartial.Authority) == new Uri(former).GetLeftPart(UriPartial.Authority)
            && request.Token == (isSent ? Secret : null));
    }

    [Fact]
    public async Task A_look_up_that_finds_nothing_proves_nothing_under_another_account()
    {
        using var handler = new RecordingHandler { Capabilities = Capabilities };
        using var client = Client("https://ours.example", Secret, handler);
        var call = ClipCall with { State = CallState.Unknown, Origin = ServiceOrigin.Of("https://ours.example", "another-token").ToString() };

        (await client.FindAsync(call, Token)).ShouldBeOfType<CallOutcome.Unknown>();
        (await client.StopAsync(call, Token)).ShouldBeOfType<CallOutcome.Unknown>();
        (await client.FindAsync(call with { Origin = ServiceOrigin.Of("https://ours.example", Secret).ToString() }, Token))
            .ShouldBeOfType<CallOutcome.NotFound>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"operation":{"id":"8","status":"running"}}""")]
    public async Task An_operation_of_another_account_is_not_adopted_unless_the_key_confirms_it(string? found)
    {
        using var handler = new RecordingHandler { Capabilities = Capabilities, Found = found, Operation = Strangers };
        using var client = Client("https://ours.example", Secret, handler);
        var call = ClipCall with
        {
            State = CallState.Accepted,
            Operation = "/operations/7",
            Origin = ServiceOrigin.Of("https://ours.example", "another-token").ToString(),
        };

        (await client.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await client.StopAsync(call, Token)).ShouldBeOfType<CallOutcome.Unknown>();
        handler.Requests.ShouldAllBe(request => !request.Url.AbsolutePath.EndsWith("/7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operation_is_polled_after_its_token_was_rotated_when_the_key_confirms_it()
    {
        using var handler = new RecordingHandler
        {
            Capabilities = Capabilities,
            Found = """{"operation":{"id":"7","status":"running"}}""",
            Operation = """{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..],
        };
        using var client = Client("https://ours.example", Secret, handler);
        var call = ClipCall with
        {
            State = CallState.Accepted,
            Operation = "/operations/7",
            Origin = ServiceOrigin.Of("https://ours.example", "another-token").ToString(),
        };

        (await client.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task A_broken_former_address_opens_a_circuit_of_its_own()
    {
        await using var former = Service("broken", 500);
        await using var present = Service("""{"operation":{"id":"7","status":"running"}}""");
        for (var i = 0; i < 12; i++)
        {
            await present.Gateway.PollAsync(Call(former.Server.Url), Token);
        }

        former.Server.Requests.Count.ShouldBe(10);
        (await present.Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task Any_number_of_former_addresses_can_be_asked()
    {
        using var handler = new RecordingHandler();
        using var client = Client("https://ours.example", Secret, handler);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 40; i++)
            {
                await client.PollAsync(ClipCall with { Operation = "/operations/7", Origin = $"https://host{i}.example -" }, Token);
            }
        }

        handler.Requests.Count.ShouldBe(80);
        handler.Requests.ShouldAllBe(request => request.Token == null);
        handler.Created.ShouldBe(1);
    }

    private static LedgerCall Call(Uri origin) => ClipCall with
    {
        State = CallState.Accepted,
        Operation = "/operations/7",
        Origin = ServiceOrigin.Of(origin.ToString(), null).ToString(),
    };

    private static ScriptedService Service(string operation, int status = 200)
    {
        var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, Capabilities, token);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(status, operation, token);
        return service;
    }

    private static async Task<string> OriginAsync(string url, string? token)
    {
        using var handler = new RecordingHandler();
        using var client = Client(url, token, handler);
        return (await client.DescribeAsync(Token)).Origin;
    }

    private static ServiceClient Client(string url, string? token, RecordingHandler handler, string? origin = null) => new(
        new Orchestrator.Services.VideoGeneration.VideoGenerationContract(),
        new Orchestrator.Services.VideoGeneration.VideoGenerationOptions { Url = url, Origin = origin },
        token,
        new ServiceTransport(_ => handler.Create(), new FakeTimeProvider(), new Random(1)),
        NullLoggerFactory.Instance);

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<(Uri Url, string? Token)> Requests { get; } = [];

        public int Created { get; private set; }

        public string? Capabilities { get; init; }

        /// <summary>The answer to a look-up by key; null for 404.</summary>
        public string? Found { get; init; }

        public string? Operation { get; init; }

        public RecordingHandler Create()
        {
            Created++;
            return this;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.RequestUri!, request.Headers.Authorization?.Parameter));
            var body = request.RequestUri!.AbsolutePath switch
            {
                "/capabilities" => Capabilities,
                "/operations" => Found,
                _ => Operation,
            };
            return Task.FromResult(body is null
                ? new HttpResponseMessage(System.Net.HttpStatusCode.NotFound)
                : new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(body, null, "application/json") });
        }
    }
}
