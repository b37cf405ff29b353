using Reelwright.Contracts.Services;
using Reelwright.Services.Work;

namespace Reelwright.Services.Providers;

/// <summary>
/// Who does a service's work. Runs at least once: after a crash the same request comes again under the same operation, so what it
/// writes goes to a name derived from the request.
/// </summary>
public interface IProvider<in TRequest, TResult>
{
    /// <summary>What <c>/capabilities</c> tells about it.</summary>
    ProviderInfo Info { get; }

    /// <summary>Why it can't work now, in a sentence that names the cure; null when it can.</summary>
    Task<string?> FindFaultAsync(CancellationToken cancellationToken);

    /// <exception cref="WorkException">It can't be done; whatever else is thrown counts as a fault that may pass.</exception>
    Task<ProviderAnswer<TResult>> GenerateAsync(TRequest request, WorkContext context, CancellationToken cancellationToken);
}

/// <summary>What a provider made and what it costs in US dollars.</summary>
public sealed record ProviderAnswer<TResult>(TResult Result, decimal Cost);
