using System.Text;
using RabbitMQ.Client;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Tests.Fixture;
using Reelwright.Testing.Brokers;

namespace Reelwright.Messaging.Tests.Cluster;

/// <summary>What others do at the broker, by mistake or by intent.</summary>
public sealed class ForeignTests(SharedBroker shared) : BrokerTest(shared)
{
    [Fact]
    public async Task Messages_in_another_format_are_ignored_with_one_warning_for_each_source()
    {
        var node = await JoinAsync();
        var job = NewJob();
        byte[][] garbage =
        [
            [],
            "not JSON"u8.ToArray(),
            [0, 255, 254],
            "{}"u8.ToArray(),
            "[]"u8.ToArray(),
            "null"u8.ToArray(),
            """{"version":2,"cancelled":[]}"""u8.ToArray(),
            """{"version":1,"cancelled":["nobody"]}"""u8.ToArray(),
            """{"version":1,"cancelled":7}"""u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('[', 60_000)),
            new byte[2 * 1024 * 1024],
        ];
        await MeddleAsync(async channel =>
        {
            foreach (var body in garbage)
            {
                await channel.BasicPublishAsync(BroadcastExchange, string.Empty, body, Cancel);
                await channel.BasicPublishAsync(string.Empty, ReadyQueue, body, Cancel);
            }

            await channel.BasicPublishAsync(BroadcastExchange, string.Empty, Encoding.UTF8.GetBytes($$"""{"version":1,"new":{},"cancelled":["{{job}}"]}"""), Cancel);
            await channel.BasicPublishAsync(string.Empty, ReadyQueue, """{"version":1}"""u8.ToArray(), Cancel);
        });

        await Soon(() => node.Cancelled.Contains(job) && node.Claimed == 1);

        node.Cancelled.ToArray().ShouldBe([job]);
        node.Log.Warnings.Count.ShouldBe(2);
        node.Log.Warnings.ShouldAllBe(text => text.Contains("is ignored"));
        node.Cluster.State.ShouldBe(SignalsState.Connected);
    }

    [Fact]
    public async Task A_message_over_the_clients_own_limit_does_not_cost_the_connection()
    {
        var node = await JoinAsync();

        await MeddleAsync(async channel => await channel.BasicPublishAsync(BroadcastExchange, string.Empty, new byte[65 * 1024 * 1024], Cancel));
        await Soon(() => node.Log.Warnings.Count == 1);

        node.Log.Warnings.ShouldHaveSingleItem().ShouldContain("is ignored");
    }

    [Fact]
    public async Task A_deleted_queue_or_exchange_is_declared_again()
    {
        var (first, second) = (await JoinAsync(capacity: 0), await JoinAsync());

        await MeddleAsync(async channel =>
        {
            await channel.QueueDeleteAsync(ReadyQueue, ifUnused: false, ifEmpty: false, cancellationToken: Cancel);
            await channel.ExchangeDeleteAsync(BroadcastExchange, cancellationToken: Cancel);
        });

        // Signals that fall into the gap are lost: polling makes up for them.
        await Soon(() =>
        {
            first.Cluster.JobReady();
            first.Cluster.CancelRequested(NewJob());
            return second.Claimed > 0 && !second.Cancelled.IsEmpty;
        });
        first.Log.Warnings.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_queue_of_the_same_name_but_another_kind_is_logged_and_done_without()
    {
        await MeddleAsync(channel => channel.QueueDeclareAsync(ReadyQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancel));
        var (first, second) = (await JoinAsync(), await JoinAsync());

        first.Cluster.JobReady();
        first.Cluster.CancelRequested(NewJob());

        await Soon(() => first.Claimed == 1 && second.Cancelled.Count == 1);
        var warning = first.Log.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain(ReadyQueue);
        warning.ShouldContain("PRECONDITION_FAILED");
        warning.ShouldContain("Reelwright__RabbitMq__Prefix");
    }

    [Fact]
    public async Task An_exchange_of_the_same_name_but_another_kind_is_logged_and_done_without()
    {
        await MeddleAsync(channel => channel.ExchangeDeclareAsync(BroadcastExchange, ExchangeType.Topic, durable: true, cancellationToken: Cancel));
        var (first, second) = (await JoinAsync(capacity: 0), await JoinAsync());
        var job = NewJob();

        first.Cluster.CancelRequested(job);
        first.Cluster.JobReady();

        await Soon(() => second.Claimed == 1);
        first.Cancelled.ToArray().ShouldBe([job]);
        first.Log.Warnings.ShouldHaveSingleItem().ShouldContain(BroadcastExchange);
    }

    [Theory]
    [InlineData("reel%2Fwright:wrong", "ads%2Feu", "ACCESS_REFUSED")]
    [InlineData("nobody:p%40ss%3Aw%2Frd%3F100%25", "ads%2Feu", "ACCESS_REFUSED")]
    [InlineData("reel%2Fwright:p%40ss%3Aw%2Frd%3F100%25", "other", "NOT_ALLOWED")]
    public async Task A_refused_login_is_logged_without_the_password(string login, string vhost, string reason)
    {
        var node = await StartAsync(url: $"amqp://{login}@127.0.0.1:{new Uri(Broker.Url).Port}/{vhost}");

        await Soon(() => node.Log.Warnings.Count > 0);

        node.Log.Warnings.ShouldHaveSingleItem().ShouldContain(reason);
        RabbitBroker.Secrets.ShouldAllBe(secret => !node.Log.All.Contains(secret));
        node.Cluster.State.ShouldBe(SignalsState.Disconnected);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_issuer_is_not_trusted()
    {
        var node = await StartAsync(url: Broker.TlsUrl);

        await Soon(() => node.Log.Warnings.Count > 0);

        node.Log.Warnings.ShouldHaveSingleItem().ShouldContain("certificate");
        RabbitBroker.Secrets.ShouldAllBe(secret => !node.Log.All.Contains(secret));
    }
}
