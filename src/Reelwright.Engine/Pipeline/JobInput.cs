using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Pipeline;

/// <summary>The input of a stage: the request and the answers of earlier calls.</summary>
/// <param name="Responses">By stage, then by index; only what succeeded.</param>
public sealed record JobInput(JobId Id, string Request, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Responses)
{
    private static readonly Dictionary<int, string> None = [];

    /// <summary>By stage: the providers of those answers, each once, as far as the services name them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Providers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<int, string> Of(string stage) => Responses.TryGetValue(stage, out var responses) ? responses : None;
}
