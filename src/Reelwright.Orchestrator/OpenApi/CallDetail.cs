namespace Reelwright.Orchestrator.OpenApi;

/// <summary>What a route alone does not tell of a call.</summary>
internal sealed record CallDetail(string Tag, string Description)
{
    public BodyDetail? Body { get; init; }

    /// <summary>Beside those in the path.</summary>
    public IReadOnlyList<ParameterDetail> Parameters { get; init; } = [];

    public required IReadOnlyList<AnswerDetail> Answers { get; init; }

    /// <summary>The statuses that are answered with a problem.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];
}

/// <summary>The JSON that a call takes.</summary>
internal sealed record BodyDetail(Type Type, bool Required, string Example);

/// <summary>A query parameter or a header.</summary>
internal sealed record ParameterDetail(string Name, string Description)
{
    public bool InHeader { get; init; }

    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Of a whole number.</summary>
    public (int Min, int Max, int Default)? Bounds { get; init; }
}

/// <summary>An answer that is no problem.</summary>
/// <param name="Type">Null when it has no JSON body.</param>
internal sealed record AnswerDetail(int Status, string Description, Type? Type = null)
{
    public const string Json = "application/json";

    public string MediaType { get; init; } = Json;

    public string? Example { get; init; }

    /// <summary>Names and descriptions.</summary>
    public IReadOnlyList<(string Name, string Description)> Headers { get; init; } = [];
}
