using System.Text.Json;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services;

/// <summary>What is special about one microservice: its name, its paid call, and what its result must hold.</summary>
internal abstract class ServiceContract
{
    /// <summary>One of <see cref="Reelwright.Contracts.Services.ServiceNames"/>.</summary>
    public abstract string Service { get; }

    /// <summary>Path of the paid call.</summary>
    public abstract string Path { get; }

    /// <summary>What is wrong with a result, as the end of a sentence; null when it holds all that is demanded. The rest of it is nobody's business here.</summary>
    public abstract string? FindBreach(JsonElement result, LedgerCall call);
}
