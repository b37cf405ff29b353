using Reelwright.Contracts.Services;
using Reelwright.Services.Work;

namespace Reelwright.Services.Providers;

/// <summary>
/// Does a service's work. It runs at least once: after a crash the same request comes again under the same operation,
/// so a provider writes to names that are derived from the request.
/// </summary>
public interface IProvider<in TRequest, TResult>
{
    /// <summary>The entry in <c>/capabilities</c>.</summary>
    ProviderInfo Info { get; }

    /// <summary>Why the provider can't work now and what to do about it, in one sentence; null when it can.</summary>
    Task<string?> FindFaultAsync(CancellationToken cancellationToken);

    /// <exception cref="WorkException">The work can't be done. Any other exception counts as transient.</exception>
    Task<ProviderAnswer<TResult>> GenerateAsync(TRequest request, WorkContext context, CancellationToken cancellationToken);
}

/// <summary>What a provider made and what it costs in US dollars.</summary>
public sealed record ProviderAnswer<TResult>(TResult Result, decimal Cost);
