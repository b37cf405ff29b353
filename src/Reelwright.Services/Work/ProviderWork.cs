using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reelwright.Contracts.Services;
using Reelwright.Services.Input;
using Reelwright.Services.Providers;

namespace Reelwright.Services.Work;

/// <summary>The wire types of a service's call, and the rules of its body.</summary>
public sealed record WorkContract<TRequest, TResult>(
    JsonTypeInfo<TRequest> Request, JsonTypeInfo<Envelope<TResult>> Answer, Action<InputReader> Rules);

/// <summary>A service's call that its provider does.</summary>
public sealed class ProviderWork<TRequest, TResult>(
    WorkContract<TRequest, TResult> contract, IProvider<TRequest, TResult> provider, TimeProvider time, ILogger<ServiceWork> logger)
    : ServiceWork(time, logger)
    where TRequest : class
{
    public override ProviderInfo Provider => provider.Info;

    public override void Check(InputReader body) => contract.Rules(body);

    public override Task<string?> FindFaultAsync(CancellationToken cancellationToken) => provider.FindFaultAsync(cancellationToken);

    protected override async Task<(ServiceAnswer Answer, decimal Cost)> DoAsync(
        byte[] body, WorkContext context, long started, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize(body, contract.Request) ?? throw new JsonException("The body is null.");
        var answer = await provider.GenerateAsync(request, context, cancellationToken);
        var envelope = new Envelope<TResult>
        {
            Success = true,
            Result = answer.Result,
            Cost = answer.Cost,
            ProcessingTime = Seconds(started),
            Provider = provider.Info.Name,
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(envelope, contract.Answer);
        return (new ServiceAnswer(OperationStatus.Succeeded, StatusCodes.Status200OK, IsDefinite: true, json), answer.Cost);
    }
}
