namespace Reelwright.Watching;

/// <summary>The stages as a person would call them, in their order.</summary>
internal static class StageWords
{
    public const string Clips = "video_generation";

    /// <summary>What percentage the running stage reports next, and in how many seconds it usually gets two thirds of the way.</summary>
    public static (int Percentage, double Seconds) Course(StageRow row) => row.Stage switch
    {
        "prompt_parsing" => (20, 3),
        "image_generation" => (35, 4),
        Clips => (35 + (50 * Math.Min(row.ClipsDone + 1, Math.Max(row.Clips, 1)) / Math.Max(row.Clips, 1)), 15),
        _ => (100, 20),
    };

    public static IReadOnlyList<(string Stage, string Word)> InOrder { get; } =
    [
        ("prompt_parsing", "Plan"),
        ("image_generation", "Image"),
        (Clips, "Clips"),
        ("composition", "Film"),
    ];
}
