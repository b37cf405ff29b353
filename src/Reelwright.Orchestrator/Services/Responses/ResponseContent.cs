using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>A response with its JSON: the envelope and the operation in it, as far as it contains them.</summary>
internal sealed class ResponseContent : IDisposable
{
    private readonly JsonDocument? document;

    private ResponseContent(ServiceResponse.Received response)
    {
        Response = response;
        document = WireDocument.TryParse(response, out var fault);
        Fault = fault;
        if (document is not null)
        {
            Envelope = ServiceEnvelope.Read(document.RootElement);
            Operation = OperationResponse.Read(document.RootElement);
        }
    }

    public ServiceResponse.Received Response { get; }

    /// <summary>Why there is no JSON, as the end of a sentence; null when there is.</summary>
    public string? Fault { get; }

    /// <summary>Undefined when there is no JSON.</summary>
    public JsonElement Root => document?.RootElement ?? default;

    /// <summary>Null when there is no boolean <c>success</c>.</summary>
    public ServiceEnvelope? Envelope { get; }

    public OperationResponse? Operation { get; }

    /// <summary>It states that the operation still runs, whatever else it states.</summary>
    public bool IsRunning => Operation?.Status is { } status
        && status is not (OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Cancelled);

    public EnvelopeCost Cost => Envelope?.Cost ?? EnvelopeCost.Read(Root);

    /// <summary>JSON that states nothing: <c>null</c>, or an object or array without members.</summary>
    public bool IsEmpty => Root.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => !Root.EnumerateObject().MoveNext(),
        JsonValueKind.Array => Root.GetArrayLength() == 0,
        _ => false,
    };

    public static ResponseContent Read(ServiceResponse.Received response) => new(response);

    public void Dispose() => document?.Dispose();
}
