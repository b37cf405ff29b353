namespace Reelwright.Storage;

/// <summary>Where in the table <c>jobs</c> the stages' costs and published documents stand.</summary>
internal static class JobColumns
{
    /// <summary>The four stages; each has a column <c>cost_{stage}</c>.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["prompt_parsing", "image_generation", "video_generation", "composition"];

    /// <summary>Document name and column.</summary>
    public static IReadOnlyList<(string Document, string Column)> Documents { get; } =
    [
        ("plan", "parsed_data"),
        ("reference_image_url", "reference_image_url"),
        ("clips", "clip_urls"),
        ("result", "result"),
    ];

    public static string CostOf(string stage) => Stages.Contains(stage)
        ? $"cost_{stage}"
        : throw new ArgumentOutOfRangeException(nameof(stage), stage, $"The table has cost columns for {string.Join(", ", Stages)}.");
}
