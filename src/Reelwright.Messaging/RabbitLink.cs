using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Messaging.Broker;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging;

/// <summary>Keeps this node connected to the broker in the background: it connects at the start and again after each fault.</summary>
internal sealed class RabbitLink(
    IOptions<RabbitOptions> options, ThisNode node, SignalSendBuffer buffer, TimeProvider time, ILogger<RabbitLink> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly RabbitOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (address, problem) = BrokerAddress.Read(options.Url ?? string.Empty);
        if (address is null)
        {
            throw new InvalidOperationException($"RABBITMQ_URL {problem}");
        }

        var logThrottle = new BrokerLogThrottle(address, time, log);
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await RunAsync(address, logThrottle, stoppingToken);
            }
            catch (Exception exception)
            {
                logThrottle.Lost(BrokerConnection.Reason(exception), isStopping: stoppingToken.IsCancellationRequested);
            }

            // Jitter: nodes that lost the broker at the same moment connect again at different moments.
            pause = time.GetElapsedTime(began) > options.LongestPause ? FirstPause : pause;
            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), time, stoppingToken).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
        }
    }

    private async Task RunAsync(BrokerAddress address, BrokerLogThrottle logThrottle, CancellationToken stoppingToken)
    {
        var connection = await BrokerConnection.OpenAsync(address, options.Heartbeat, node.Id, stoppingToken);
        await using var session = new BrokerSession(connection, node, buffer, logThrottle, time);
        try
        {
            await session.OpenAsync(new Topology(options.Prefix), stoppingToken);
            logThrottle.Connected();
            await session.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await session.FlushAsync();
        }
        finally
        {
            node.SignalReady(buffer.Close());
        }
    }
}
