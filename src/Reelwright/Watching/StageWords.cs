namespace Reelwright.Watching;

/// <summary>The stages as a person would call them, in their order.</summary>
internal static class StageWords
{
    public const string Clips = "video_generation";

    public static IReadOnlyList<(string Stage, string Word)> InOrder { get; } =
    [
        ("prompt_parsing", "Plan"),
        ("image_generation", "Image"),
        (Clips, "Clips"),
        ("composition", "Film"),
    ];
}
