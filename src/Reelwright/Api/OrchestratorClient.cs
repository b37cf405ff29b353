using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Outbound;

namespace Reelwright.Api;

/// <summary>The orchestrator's API, as any other client would use it.</summary>
/// <exception cref="ApiProblemException">From every method: the server answered with a problem.</exception>
/// <exception cref="HttpRequestException">From every method: the server did not answer.</exception>
internal sealed class OrchestratorClient(Uri server) : IDisposable
{
    private const string Jobs = "api/v1/jobs";

    // Events and downloads last as long as they last; everything else is bounded by the caller's token.
    private readonly HttpClient http = new(new ConnectFaults(new SocketsHttpHandler())) { BaseAddress = new Uri($"{server.AbsoluteUri.TrimEnd('/')}/"), Timeout = Timeout.InfiniteTimeSpan };

    public Uri Server => http.BaseAddress!;

    public void Dispose() => http.Dispose();

    public async Task<JobCreated> CreateAsync(GenerateAdRequest ad, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/generate-ad") { Content = JsonContent.Create(ad, WireJson.Wire.GenerateAdRequest) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await SendAsync(request, WireJson.Wire.JobCreated, cancellationToken);
    }

    public Task<JobView> FindAsync(Guid job, CancellationToken cancellationToken) =>
        GetAsync($"{Jobs}/{job}", WireJson.Wire.JobView, cancellationToken);

    public Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken) =>
        GetAsync($"{Jobs}{query.ToQueryString()}", WireJson.Wire.JobPage, cancellationToken);

    public Task<CallsView> CallsAsync(Guid job, CancellationToken cancellationToken) =>
        GetAsync($"{Jobs}/{job}/calls", WireJson.Wire.CallsView, cancellationToken);

    public async Task<JobAccepted> CancelAsync(Guid job, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Jobs}/{job}/cancel");
        return await SendAsync(request, WireJson.Wire.JobAccepted, cancellationToken);
    }

    public async Task<JobAccepted> RetryAsync(Guid job, RetryRequest terms, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Jobs}/{job}/retry") { Content = JsonContent.Create(terms, WireJson.Wire.RetryRequest) };
        return await SendAsync(request, WireJson.Wire.JobAccepted, cancellationToken);
    }

    /// <summary>The job's events after <paramref name="lastEventId"/>, until the server ends the stream.</summary>
    public async IAsyncEnumerable<SseItem<string>> EventsAsync(Guid job, string? lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Jobs}/{job}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowProblemAsync(response, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>
    /// Writes what <paramref name="address"/> (absolute, or relative to the server) gives into a stream; returns its media type.
    /// </summary>
    public async Task<string?> DownloadAsync(string address, Stream target, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(Server, address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowProblemAsync(response, cancellationToken);

        // Not HttpContent's own copy, which reports a full disk as a fault of the connection.
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await content.CopyToAsync(target, cancellationToken);
        return response.Content.Headers.ContentType?.MediaType;
    }

    /// <summary>Null when the answer is not that of an orchestrator of ours.</summary>
    public async Task<OrchestratorHealth?> HealthAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Unhealthy is 503 with the same body.
            using var response = await http.GetAsync("health", cancellationToken);
            var health = await response.Content.ReadFromJsonAsync(WireJson.Wire.OrchestratorHealth, cancellationToken);
            return health?.Service == "ai-video-orchestrator" ? health : null;
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, type, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, cancellationToken);
        await ThrowProblemAsync(response, cancellationToken);
        return (await response.Content.ReadFromJsonAsync(type, cancellationToken))!;
    }

    private static async Task ThrowProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var problem = response.Content.Headers.ContentType?.MediaType == Problem.MediaType
            ? await response.Content.ReadFromJsonAsync(WireJson.Wire.Problem, cancellationToken)
            : null;
        throw new ApiProblemException(problem ?? new Problem
        {
            Title = response.ReasonPhrase ?? "Error",
            Status = (int)response.StatusCode,
            Detail = $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode} {response.ReasonPhrase}. Is that a Reelwright server?",
            Code = ErrorCodes.InternalError,
        });
    }
}
