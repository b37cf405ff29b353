using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary><c>/operations</c>: long calls by their id or key.</summary>
internal static class OperationEndpoints
{
    private static readonly TimeSpan CancelWithin = TimeSpan.FromSeconds(5);

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/operations");
        group.MapGet("/{id}", GetAsync).WithName("GetOperation").WithSummary("How a call stands, and its envelope when it has ended");
        group.MapGet("/", FindAsync).WithName("FindOperation").WithSummary("The operation of an idempotency key");
        group.MapDelete("/{id}", CancelAsync).WithName("CancelOperation").WithSummary("Stops a call; one that has ended stays as it is");
    }

    private static async Task<IResult> GetAsync(string id, OperationStore store, OperationRunner runner, CancellationToken cancellationToken) =>
        Answer(await store.FindAsync(id, cancellationToken), runner);

    private static async Task<IResult> FindAsync(string? key, OperationStore store, OperationRunner runner, CancellationToken cancellationToken) =>
        key is null || !IdempotencyKey.IsValid(key)
            ? new ErrorAnswer(StatusCodes.Status400BadRequest, ServiceErrorCodes.InvalidInput, "key: must be 1 to 255 visible ASCII characters")
            : Answer(await store.FindByKeyAsync(key, cancellationToken), runner);

    private static async Task<IResult> CancelAsync(
        string id, OperationStore store, OperationRunner runner, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(CancelWithin, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await runner.CancelAsync(id, linked.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // The stop was requested. The answer still says running; polling shows the end.
        }

        return Answer(await store.FindAsync(id, cancellationToken), runner);
    }

    private static IResult Answer(OperationRecord? record, OperationRunner runner)
    {
        if (record is null)
        {
            return new ErrorAnswer(StatusCodes.Status404NotFound, ServiceErrorCodes.NotFound, "There is no such operation, or it ended more than a day ago.");
        }

        var unsaved = record.IsRunning ? runner.FindUnsaved(record.Id) : null;
        return TypedResults.Json(
            View(record.Id, unsaved?.Status ?? record.Status, unsaved?.Envelope ?? record.Response), WireJson.Wire.OperationView);
    }

    private static OperationView View(string id, string status, byte[]? response)
    {
        var view = new OperationView { Operation = new OperationState { Id = id, Status = status } };
        if (response is null)
        {
            return view;
        }

        var envelope = JsonSerializer.Deserialize(response, EnvelopeJson.Wire.EnvelopeNullableJsonElement)!;
        return view with
        {
            Success = envelope.Success,
            Result = envelope.Result,
            Error = envelope.Error,
            Cost = envelope.Cost,
            ProcessingTime = envelope.ProcessingTime,
            Provider = envelope.Provider,
        };
    }
}
