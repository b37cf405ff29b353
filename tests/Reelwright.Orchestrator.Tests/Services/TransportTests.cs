using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Engine.Exchange;
using Reelwright.Orchestrator.Services;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.VideoGeneration;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>The seam of the simulation: with another transport a client uses no socket, no real time and no other thread.</summary>
public sealed class TransportTests : GatewayTest
{
    private const string Running = """{"operation":{"id":"7","status":"running"}}""";
    private const string Ended = """{"operation":{"id":"7","status":"cancelled"},"cost":0.03}""";

    [Fact]
    public async Task Every_step_of_a_call_runs_on_the_callers_scheduler()
    {
        using var scheduler = new SingleThread();
        using var handler = new ScriptedHandler(scheduler, request => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("GET", "/capabilities") => (200, """{"idempotency":true,"operations":true}"""),
            ("GET", "/operations") => (200, Running),
            ("DELETE", _) => (202, Running),
            ("GET", _) => (200, Ended),
            _ => (409, Running),
        });
        using var client = Client(handler);

        await scheduler.RunAsync(async () =>
        {
            (await client.DescribeAsync(Token)).Idempotent.ShouldBeTrue();
            scheduler.ShouldBeCurrent();
            (await client.SendAsync(ClipCall, () => true, Token)).ShouldBeOfType<CallOutcome.Accepted>();
            scheduler.ShouldBeCurrent();
            (await client.FindAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Accepted>();
            scheduler.ShouldBeCurrent();
            (await client.PollAsync(ClipCall with { Operation = "/operations/7" }, Token)).ShouldBeOfType<CallOutcome.Failed>();
            scheduler.ShouldBeCurrent();
            (await client.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Failed>();
            scheduler.ShouldBeCurrent();
        });
    }

    [Fact]
    public async Task So_does_a_circuit_that_opens()
    {
        using var scheduler = new SingleThread();
        using var handler = new ScriptedHandler(scheduler, request => request.Method == HttpMethod.Post ? (500, "broken") : (404, ""));
        using var client = Client(handler);

        await scheduler.RunAsync(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                await client.SendAsync(ClipCall, () => true, Token);
                scheduler.ShouldBeCurrent();
            }

            (await client.SendAsync(ClipCall, () => true, Token)).ShouldBeOfType<CallOutcome.Withheld>();
            scheduler.ShouldBeCurrent();
        });
    }

    private static ServiceClient Client(HttpMessageHandler handler) => new(
        new VideoGenerationContract(),
        new VideoGenerationOptions(),
        token: null,
        new ServiceTransport(_ => handler, new FakeTimeProvider(), new Random(1)),
        NullLoggerFactory.Instance);

    /// <summary>Answers later, as the wire does.</summary>
    private sealed class ScriptedHandler(
        SingleThread scheduler, Func<HttpRequestMessage, (int Status, string Json)> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            scheduler.ShouldBeCurrent();
            if (request.Content is { } content)
            {
                await content.ReadAsByteArrayAsync(cancellationToken);
            }

            await Task.Yield();
            var (status, json) = answer(request);
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        }
    }

    /// <summary>Runs everything on the thread that calls <see cref="RunAsync"/>; a continuation that leaves it fails the test.</summary>
    private sealed class SingleThread : TaskScheduler, IDisposable
    {
        private readonly BlockingCollection<Task> queue = [];
        private int thread;

        /// <summary>Returns when the work has ended.</summary>
        public Task RunAsync(Func<Task> work)
        {
            thread = Environment.CurrentManagedThreadId;
            var all = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
            while (!all.IsCompleted)
            {
                queue.TryTake(out var next, 10_000).ShouldBeTrue("a continuation has left the scheduler");
                TryExecuteTask(next!);
            }

            return all;
        }

        public void ShouldBeCurrent()
        {
            Current.ShouldBe(this);
            Environment.CurrentManagedThreadId.ShouldBe(thread);
        }

        public void Dispose() => queue.Dispose();

        protected override void QueueTask(Task task) => queue.Add(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => queue;
    }
}
