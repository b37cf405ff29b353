using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>
/// Single exchanges with one service at one address. Nothing here retries: of a paid call at most one request leaves.
/// An exchange takes at most its timeout, whether the service is silent, slow or endless.
/// </summary>
internal sealed partial class ServiceConnection
{
    private const int MaxLoggedPayload = 4000;
    private static readonly ActivitySource Activities = new("Reelwright.Services.Client");
    private static readonly ProductInfoHeaderValue UserAgent =
        new("Reelwright", typeof(ServiceConnection).Assembly.GetName().Version!.ToString(3));

    private readonly ServiceContext context;
    private readonly ServiceClientOptions options;
    private readonly AuthenticationHeaderValue? authorization;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ErrorText text;
    private readonly HttpMessageInvoker invoker;

    public ServiceConnection(ServiceContext context, string url, string? token, HttpMessageInvoker invoker)
    {
        (this.context, options, time, logger) = (context, context.Options, context.Time, context.Logger);
        this.invoker = invoker;
        text = new ErrorText(token);
        authorization = string.IsNullOrEmpty(token) ? null : new AuthenticationHeaderValue("Bearer", token);
        Address = new ServiceAddressing(url);
    }

    public ServiceAddressing Address { get; }

    /// <summary>The paid call.</summary>
    public async Task<ServiceResponse> PostAsync(string path, LedgerCall call, CancellationToken cancellationToken)
    {
        using var content = new TrackedJsonContent(call.Request);
        using var request = Create(HttpMethod.Post, Address.At(path), call);
        request.Content = content;
        request.Headers.TryAddWithoutValidation("Idempotency-Key", call.IdempotencyKey);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.Sending(logger, context.Service, path, call.IdempotencyKey, text.Clean(call.Request, MaxLoggedPayload));
        }

        return await ExchangeAsync(request, () => content.Begun, options.Timeout, cancellationToken);
    }

    /// <summary>A free exchange: asking for capabilities or an operation, cancelling one.</summary>
    public async Task<ServiceResponse> AskAsync(
        HttpMethod method, Uri url, LedgerCall? call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = Create(method, url, call);
        return await ExchangeAsync(request, () => true, timeout, cancellationToken);
    }

    private HttpRequestMessage Create(HttpMethod method, Uri url, LedgerCall? call)
    {
        var request = new HttpRequestMessage(method, url) { VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher };
        request.Headers.Authorization = authorization;
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Job-Id", call.Id.Job.ToString());
        }

        return request;
    }

    private async Task<ServiceResponse> ExchangeAsync(
        HttpRequestMessage request, Func<bool> begun, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The handler writes traceparent from the current activity, so there is one even when no listener has this source.
        using var activity = Activities.CreateActivity($"{request.Method} {context.Service}", ActivityKind.Client)
            ?? new Activity(context.Service);
        activity.Start();
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        ServiceResponse result;
        try
        {
            using var response = await invoker.SendAsync(request, either.Token);
            result = await ReceiveAsync(response, timeout, either.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var waited = time.GetElapsedTime(started).TotalSeconds;
            result = begun()
                ? new ServiceResponse.Lost($"no answer within {timeout.TotalSeconds:0.###} s")
                : new ServiceResponse.NotSent($"no connection to {Address.Authority} within {waited:0.###} s");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var error = text.Clean(TransportFault.Describe(exception, Address.Authority));
            result = begun() && !IsConnectFault(exception) ? new ServiceResponse.Lost(error) : new ServiceResponse.NotSent(error);
        }

        Report(request, result, activity, time.GetElapsedTime(started));
        return result;
    }

    private async Task<ServiceResponse> ReceiveAsync(
        HttpResponseMessage response, TimeSpan timeout, CancellationToken either, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = default;
        string? fault;
        var isCutShort = false;
        try
        {
            (body, var tooLong) =
                await CappedBody.ReadAsync(response.Content, options.MaxResponseBytes, options.ReadIdleTimeout, time, either);
            fault = tooLong
                ? $"the answer is larger than {options.MaxResponseBytes} bytes"
                : JsonHeaders.FindFault(response.Content.Headers, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            isCutShort = true;
            fault = either.IsCancellationRequested
                ? $"the answer was not complete within {timeout.TotalSeconds:0.###} s"
                : $"the answer stopped for {options.ReadIdleTimeout.TotalSeconds:0.###} s before it was complete";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            isCutShort = true;
            fault = text.Clean(TransportFault.Describe(exception, Address.Authority));
        }

        return new ServiceResponse.Received
        {
            Status = response.StatusCode,
            Body = body,
            BodyFault = fault,
            IsCutShort = isCutShort,
            RetryAfter = RetryAfterHeader.Read(First(response, "Retry-After"), time.GetUtcNow()),
            Location = First(response, "Location"),
        };
    }

    private static bool IsConnectFault(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    private static string? First(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) ? values.ToString() : null;
}
