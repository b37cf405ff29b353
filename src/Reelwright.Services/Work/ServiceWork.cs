using System.Text.Json;
using Microsoft.Extensions.Logging;
using Reelwright.Contracts.Services;
using Reelwright.MediaFiles;
using Reelwright.Services.Input;

namespace Reelwright.Services.Work;

/// <summary>The paid call of a service as JSON in and JSON out. Turns every failure into an answer.</summary>
public abstract partial class ServiceWork(TimeProvider time, ILogger logger)
{
    public abstract ProviderInfo Provider { get; }

    /// <summary>Adds everything that is wrong with a request's body to the reader's errors.</summary>
    public abstract void Check(InputReader body);

    public abstract Task<string?> FindFaultAsync(CancellationToken cancellationToken);

    /// <summary>Cancellation by the caller is thrown; every other failure becomes an answer.</summary>
    public async Task<ServiceAnswer> ExecuteAsync(byte[] body, WorkContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            var (answer, cost) = await DoAsync(body, context, started, cancellationToken);
            var took = Seconds(started);
            Log.Done(logger, cost, took);
            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var error = Explain(exception);
            var seconds = Seconds(started);
            Log.Failed(logger, exception is WorkException ? null : exception, error.Code, error.Message, seconds);
            return ServiceAnswer.Failed(error, seconds);
        }
    }

    protected abstract Task<(ServiceAnswer Answer, decimal Cost)> DoAsync(byte[] body, WorkContext context, long started, CancellationToken cancellationToken);

    protected double Seconds(long started) => Math.Round(time.GetElapsedTime(started).TotalSeconds, 3);

    internal static ServiceError Explain(Exception exception) => exception switch
    {
        WorkException fault => new() { Code = fault.Code, Message = fault.Message, Retryable = fault.Retryable, Scene = fault.Scene, SourceUrl = fault.SourceUrl },
        IOException io when MediaStoreFullException.IsCausedBy(io) => new()
        {
            Code = ServiceErrorCodes.StorageFull,
            Message = io is MediaStoreFullException ? io.Message : new MediaStoreFullException().Message,
        },
        JsonException json => new() { Code = ServiceErrorCodes.InvalidInput, Message = $"The member at {json.Path} has the wrong type." },
        _ => new() { Code = ServiceErrorCodes.InternalError, Message = "The work failed for a reason that is in the service's log.", Retryable = true },
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The work was done in {DurationSeconds:0.000} s for ${Cost:0.00####}")]
        public static partial void Done(ILogger logger, decimal cost, double durationSeconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "The work failed with {Code} after {DurationSeconds:0.000} s: {Reason}")]
        public static partial void Failed(ILogger logger, Exception? exception, string code, string reason, double durationSeconds);
    }
}
