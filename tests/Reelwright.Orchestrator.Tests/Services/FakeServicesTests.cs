using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>
/// The real gateway against the fake services of the end-to-end tests, in their own process: the judge must be beyond doubt.
/// </summary>
public sealed class FakeServicesTests(FakeServicesFixture fixture) : GatewayTest, IClassFixture<FakeServicesFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private readonly FakeServices fakes = fixture.Services;
    private readonly GatewayTo target = new(fixture.Services);

    private HttpServiceGateway Gateway => target.Gateway;

    public async ValueTask InitializeAsync()
    {
        await fakes.ConfigureAsync(new FakeSettings(), Token);
        await fakes.ResetAsync(Token);
    }

    public ValueTask DisposeAsync() => target.DisposeAsync();

    [Fact]
    public async Task Every_service_keeps_its_contract_and_writes_into_the_book()
    {
        foreach (var service in ServiceNames.All)
        {
            var call = Calls.To(service, service == ServiceNames.VideoGeneration ? 3 : 0);
            (await Gateway.DescribeAsync(service, Token)).Idempotent.ShouldBeTrue();

            var succeeded = (await Gateway.SendAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>();

            succeeded.Response.ShouldContain("\"x_");
            var bought = (await fakes.ReadBookAsync(Token)).Bought.Single(entry => entry.Service == service);
            (bought.Job, bought.Stage, bought.Scene, bought.Key, bought.Cost).ShouldBe(
                (call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.IdempotencyKey, succeeded.Cost!.Value));
        }

        var book = await fakes.ReadBookAsync(Token);
        book.BoughtTwice.ShouldBeEmpty();
        book.Charged.ShouldBe(0.63m);
    }

    [Fact]
    public async Task The_same_key_is_billed_once_even_when_the_answer_was_lost_and_the_service_killed()
    {
        var settings = new FakeSettings().With(new FakeFault { Kind = FaultKind.Reset, Bills = true });
        await fakes.ConfigureAsync(settings, Token);

        (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Unknown>();
        await fakes.KillAsync(Token);
        (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.NotTaken>();
        await fakes.StartAgainAsync(settings, Token);
        var first = (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
        var second = (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Succeeded>();

        second.ShouldBe(first);
        var book = await fakes.ReadBookAsync(Token);
        (book.Asked.Count(), book.Bought.Count(), book.BoughtTwice.Count).ShouldBe((3, 1, 0));
    }

    [Fact]
    public async Task A_service_without_keys_bills_twice_and_the_book_shows_it()
    {
        await fakes.ConfigureAsync(FakeSettings.SeedLike, Token);

        (await Gateway.DescribeAsync(ClipCall.Service, Token)).Idempotent.ShouldBeFalse();
        await Gateway.SendAsync(ClipCall, Token);
        await Gateway.SendAsync(ClipCall, Token);

        (await fakes.ReadBookAsync(Token)).BoughtTwice.ShouldHaveSingleItem().ShouldContain("video_generation 2: 2 times");
    }

    [Fact]
    public async Task Long_work_is_accepted_found_again_polled_and_done()
    {
        await fakes.ConfigureAsync(FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 700 }), Token);

        var accepted = (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Accepted>();
        (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe(accepted.Operation);
        var call = ClipCall with { State = CallState.Accepted, Operation = accepted.Operation };
        (await Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Running>();

        await Eventually.Within(Bound, async () => await Gateway.PollAsync(call, Token) is CallOutcome.Succeeded { Cost: 0.30m }, Token);

        (await fakes.ReadBookAsync(Token)).Bought.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Long_work_that_is_stopped_is_refunded()
    {
        await fakes.ConfigureAsync(FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 60_000 }), Token);
        await Gateway.DescribeAsync(ClipCall.Service, Token);
        await Gateway.SendAsync(ClipCall, Token);

        (await Gateway.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(0m);
        (await Gateway.StopAsync(ClipCall with { IdempotencyKey = "never-seen" }, Token)).ShouldBeOfType<CallOutcome.NotFound>();

        (await fakes.ReadBookAsync(Token)).Charged.ShouldBe(0m);
    }

    [Fact]
    public async Task A_second_request_under_the_same_key_is_busy()
    {
        await fakes.ConfigureAsync(new FakeSettings().ForAll(service => service with { DelayMs = 60_000 }), Token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = Gateway.SendAsync(ClipCall, cancel.Token);
        await Eventually.Within(Bound, async () => (await fakes.ReadBookAsync(Token)).Bought.Any(), Token);

        (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Busy>();

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
    }

    [Theory]
    [InlineData(FaultKind.Reset, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.ResetMidBody, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Truncated, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Malformed, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Html, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Empty, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Status, typeof(CallOutcome.Unknown))]
    [InlineData(FaultKind.Fail, typeof(CallOutcome.Failed))]
    [InlineData(FaultKind.WrongContract, typeof(CallOutcome.Failed))]
    [InlineData(FaultKind.Slow, typeof(CallOutcome.Succeeded))]
    public async Task Faults_hit_the_request_that_they_are_meant_for(FaultKind kind, Type outcome)
    {
        await fakes.ConfigureAsync(
            new FakeSettings().With(
                new FakeFault { Kind = kind, Service = ClipCall.Service, Scene = 2, From = 2, To = 2, DelayMs = 20 }), Token);

        var other = Calls.To(ServiceNames.VideoGeneration, 1);
        (await Gateway.SendAsync(other, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
        (await Gateway.SendAsync(other with { IdempotencyKey = "b" }, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
        (await Gateway.SendAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
        (await Gateway.SendAsync(ClipCall with { IdempotencyKey = "c" }, Token)).ShouldBeOfType(outcome);
        (await Gateway.SendAsync(ClipCall with { IdempotencyKey = "d" }, Token)).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task Two_hundred_calls_at_once_are_counted_one_by_one()
    {
        await fakes.ConfigureAsync(new FakeSettings().ForAll(service => service with { DelayMs = 500 }), Token);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(index => Gateway.SendAsync(Calls.To(ServiceNames.VideoGeneration, index), Token)));

        outcomes.ShouldAllBe(outcome => outcome is CallOutcome.Succeeded);
        (await fakes.ReadBookAsync(Token)).Bought.Count().ShouldBe(200);
        var statistics = await fakes.StatisticsAsync(ServiceNames.VideoGeneration, Token);
        statistics.Calls.ShouldBe(200);
        statistics.Peak.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task A_reset_begins_an_empty_book()
    {
        await Gateway.SendAsync(ClipCall, Token);

        await fakes.ResetAsync(Token);
        await Gateway.SendAsync(ClipCall, Token);

        (await fakes.ReadBookAsync(Token)).Entries.Select(entry => entry.Event).ShouldBe([BookEvent.Asked, BookEvent.Bought]);
    }
}
