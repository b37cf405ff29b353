using System.Net;
using System.Text;
using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Outbound;
using Reelwright.Testing.Time;

namespace Reelwright.Testing.Api;

/// <summary>The orchestrator's API as a test uses it. Unexpected answers throw with their body.</summary>
public sealed class AdApi(Uri url) : IDisposable
{
    private static readonly string[] Terminal = ["completed", "failed", "cancelled"];
    private readonly HttpClient http = new(new ConnectFaults(new SocketsHttpHandler())) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>For what has no method here.</summary>
    public HttpClient Http => http;

    public async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync("/health", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<JobCreated> CreateAsync(GenerateAdRequest request, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/generate-ad") { Content = Json(JsonSerializer.Serialize(request, WireJson.Wire.GenerateAdRequest)) };
        if (idempotencyKey is not null)
        {
            message.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return JsonSerializer.Deserialize(await SendAsync(message, cancellationToken), WireJson.Wire.JobCreated)!;
    }

    public async Task<JobView> GetAsync(Guid job, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/jobs/{job}");
        return JsonSerializer.Deserialize(await SendAsync(message, cancellationToken), WireJson.Wire.JobView)!;
    }

    public async Task<CallsView> CallsAsync(Guid job, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/jobs/{job}/calls");
        return JsonSerializer.Deserialize(await SendAsync(message, cancellationToken), WireJson.Wire.CallsView)!;
    }

    public Task CancelAsync(Guid job, CancellationToken cancellationToken) => PostAsync($"/api/v1/jobs/{job}/cancel", null, cancellationToken);

    public Task RetryAsync(Guid job, CancellationToken cancellationToken, bool acceptDoublePayment = false) =>
        PostAsync($"/api/v1/jobs/{job}/retry", acceptDoublePayment ? "{\"accept_double_payment\":true}" : null, cancellationToken);

    /// <summary>The job once it has ended in whichever way.</summary>
    public Task<JobView> WaitForEndAsync(Guid job, TimeSpan bound, CancellationToken cancellationToken) =>
        WaitForAsync(job, view => Terminal.Contains(view.Status), bound, cancellationToken);

    /// <summary>The job once the condition holds; when it does not within the bound, the last view is in the error.</summary>
    public async Task<JobView> WaitForAsync(Guid job, Func<JobView, bool> condition, TimeSpan bound, CancellationToken cancellationToken)
    {
        JobView? last = null;
        try
        {
            await Eventually.Within(bound, async () => condition(last = await GetAsync(job, cancellationToken)), cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message}; the job was {JsonSerializer.Serialize(last, WireJson.Wire.JobView!)}", timeout);
        }

        return last!;
    }

    public void Dispose() => http.Dispose();

    private async Task PostAsync(string path, string? body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path);
        message.Content = body is null ? null : Json(body);
        await SendAsync(message, cancellationToken);
    }

    private async Task<string> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? body : throw new UnexpectedAnswerException(response.StatusCode, $"{message.Method} {message.RequestUri}: {body}");
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}

/// <summary>An answer that the test did not expect.</summary>
public sealed class UnexpectedAnswerException(HttpStatusCode status, string answer) : Exception($"{(int)status} to {answer}")
{
    public HttpStatusCode Status => status;
}
