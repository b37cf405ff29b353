using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What the engine learns of a service before it calls it.</summary>
public sealed class DescriptionTests : GatewayTest
{
    private const string Told = """
        {"service":"x","version":"2","idempotency":true,"operations":true,"limits":{},"more":1,
         "providers":[{"name":"a","model":"m","price":{"per":"second","usd":0.04},"typical_seconds":20},{"name":"b","price":{"per":"call","usd":9}}]}
        """;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Comes_from_the_capabilities_of_the_provider_in_use()
    {
        await using var service = Telling(200, Told);

        var traits = await DescribeAsync(service, ServiceNames.VideoGeneration);

        (traits.Known, traits.Idempotent, traits.PricePerCall, traits.PricePerSecond).ShouldBe((true, true, 0m, 0.04m));
        (traits.MaxAttempts, traits.Backoff, traits.MaxBackoff).ShouldBe((3, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)));
        traits.OperationDeadline.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(405, "")]
    [InlineData(501, "")]
    [InlineData(200, "<html>a single page application</html>")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"idempotency":"yes","providers":[{"price":{"usd":"free"}}]}""")]
    [InlineData(200, """{"providers":[{"price":{"per":"call","usd":-1}}]}""")]
    [InlineData(200, """{"providers":{}}""")]
    public async Task Without_capabilities_is_not_idempotent_and_priced_at_the_upper_end(int status, string body)
    {
        await using var service = Telling(status, body);

        foreach (var (name, price, doubt) in new[]
        {
            (ServiceNames.PromptParser, 0.05m, InDoubtPolicy.Retry),
            (ServiceNames.ImageGeneration, 0.30m, InDoubtPolicy.Retry),
            (ServiceNames.VideoGeneration, 0.40m, InDoubtPolicy.Fail),
            (ServiceNames.Composition, 0.10m, InDoubtPolicy.Retry),
        })
        {
            var traits = await DescribeAsync(service, name);
            (traits.Known, traits.Idempotent, traits.PricePerCall, traits.PricePerSecond, traits.InDoubt).ShouldBe(
                (true, false, price, 0m, doubt));
        }
    }

    [Fact]
    public async Task Can_be_declared_by_the_operator()
    {
        await using var service = ScriptedService.Start(
            (_, _, _) => Task.CompletedTask,
            ("Services:VideoGeneration:Idempotent", "true"),
            ("Services:VideoGeneration:InDoubt", "retry"),
            ("Services:VideoGeneration:PricePerSecond", "0.1"),
            ("Services:VideoGeneration:PricePerCall", "0"),
            ("Services:VideoGeneration:MaxAttempts", "5"));

        var traits = await DescribeAsync(service, ServiceNames.VideoGeneration);

        (traits.Idempotent, traits.InDoubt, traits.PricePerCall, traits.PricePerSecond, traits.MaxAttempts).ShouldBe(
            (true, InDoubtPolicy.Retry, 0m, 0.1m, 5));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Is_not_known_while_the_service_is_unreachable(int status)
    {
        await using var service = Telling(status, "no");

        var traits = await DescribeAsync(service, ServiceNames.VideoGeneration);

        (traits.Known, traits.Idempotent, traits.PricePerCall).ShouldBe((false, false, 0.40m));
        service.Gateway.IsAvailable(ServiceNames.VideoGeneration).ShouldBe(false);
    }

    [Fact]
    public async Task Takes_at_most_two_seconds()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);

        var description = DescribeAsync(service, ServiceNames.VideoGeneration);
        await Eventually.Within(Bound, () => service.Server.Requests.Count > 0, Token);
        service.Time.Advance(TimeSpan.FromSeconds(2));

        (await description).Known.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_requested_once_for_many_callers_and_again_after_a_minute()
    {
        await using var service = Telling(200, Told);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => DescribeAsync(service, ServiceNames.VideoGeneration)));
        service.Server.Requests.Count.ShouldBe(1);
        service.Time.Advance(TimeSpan.FromSeconds(59));
        await DescribeAsync(service, ServiceNames.VideoGeneration);
        service.Server.Requests.Count.ShouldBe(1);
        service.Time.Advance(TimeSpan.FromSeconds(1));
        await DescribeAsync(service, ServiceNames.VideoGeneration);

        await Eventually.Within(Bound, () => service.Server.Requests.Count == 2, Token);
    }

    [Fact]
    public async Task A_known_description_is_returned_while_it_is_refreshed()
    {
        await using var service = Telling(200, Told);
        await DescribeAsync(service, ServiceNames.VideoGeneration);
        service.OnCapabilities = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        service.Time.Advance(TimeSpan.FromSeconds(60));

        (await DescribeAsync(service, ServiceNames.VideoGeneration)).Idempotent.ShouldBeTrue();
    }

    [Fact]
    public async Task Stays_known_while_the_service_is_down_and_is_soon_requested_again()
    {
        await using var service = Telling(200, Told);
        await DescribeAsync(service, ServiceNames.VideoGeneration);

        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(503, "down", token);
        service.Time.Advance(TimeSpan.FromSeconds(60));
        await Eventually.Within(
            Bound,
            async () => (await DescribeAsync(service, ServiceNames.VideoGeneration)).Idempotent
                && service.Gateway.IsAvailable(ServiceNames.VideoGeneration) == false,
            Token);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(404, "gone", token);
        service.Time.Advance(TimeSpan.FromSeconds(5));

        await Eventually.Within(Bound, async () => !(await DescribeAsync(service, ServiceNames.VideoGeneration)).Idempotent, Token);
    }

    [Fact]
    public async Task Stays_known_when_the_answer_is_cut_short_on_its_way()
    {
        // It made an idempotent service one that can't be asked twice, and failed jobs with PAYMENT_IN_DOUBT over a bad wire.
        await using var service = Telling(200, Told);
        await DescribeAsync(service, ServiceNames.VideoGeneration);

        service.OnCapabilities = async (_, connection, token) =>
        {
            await connection.WriteAsync(ScriptedService.Head(400) + "{\"service\":\"x\",", token);
            connection.Reset();
        };
        service.Time.Advance(TimeSpan.FromSeconds(60));
        await DescribeAsync(service, ServiceNames.VideoGeneration);
        await Eventually.Within(Bound, () => service.Gateway.IsAvailable(ServiceNames.VideoGeneration) == false, Token);

        (await DescribeAsync(service, ServiceNames.VideoGeneration)).Idempotent.ShouldBeTrue();
    }

    private static Task<ServiceTraits> DescribeAsync(ScriptedService service, string name) =>
        service.Gateway.DescribeAsync(name, Token).AsTask();

    private static ScriptedService Telling(int status, string json)
    {
        var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(status, json, token);
        return service;
    }
}
