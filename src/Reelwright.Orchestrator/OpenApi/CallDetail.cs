namespace Reelwright.Orchestrator.OpenApi;

/// <summary>Details of a call that its route does not contain.</summary>
internal sealed record CallDetail(string Tag, string Description)
{
    public BodyDetail? Body { get; init; }

    /// <summary>Without those in the path.</summary>
    public IReadOnlyList<ParameterDetail> Parameters { get; init; } = [];

    public required IReadOnlyList<AnswerDetail> Answers { get; init; }

    /// <summary>Statuses of its problem answers.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];
}

/// <summary>JSON body of a call.</summary>
internal sealed record BodyDetail(Type Type, bool Required, string Example);

/// <summary>A query parameter or a header.</summary>
internal sealed record ParameterDetail(string Name, string Description)
{
    public bool InHeader { get; init; }

    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Bounds and default of an integer.</summary>
    public (int Min, int Max, int Default)? Bounds { get; init; }
}

/// <summary>A success answer.</summary>
/// <param name="Type">Null when it has no JSON body.</param>
internal sealed record AnswerDetail(int Status, string Description, Type? Type = null)
{
    public const string Json = "application/json";

    public string MediaType { get; init; } = Json;

    public string? Example { get; init; }

    /// <summary>Names and descriptions.</summary>
    public IReadOnlyList<(string Name, string Description)> Headers { get; init; } = [];
}
