using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Pipeline;

/// <summary>What a stage sees: the request and what earlier calls answered.</summary>
/// <param name="Responses">By stage, then by index; only what succeeded.</param>
public sealed record JobInput(JobId Id, string Request, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Responses)
{
    private static readonly Dictionary<int, string> None = [];

    /// <summary>By stage: who gave those answers, each once, as far as the services name their providers.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Providers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<int, string> Of(string stage) => Responses.TryGetValue(stage, out var responses) ? responses : None;
}
