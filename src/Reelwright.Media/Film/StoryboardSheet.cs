using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>The layout of a contact sheet, in pixels.</summary>
internal sealed record StoryboardSheet
{
    public const int Margin = 48;
    public const int Header = 152;
    public const int Gap = 32;
    public const int Legend = 96;

    /// <summary>The most stills of a shape side by side, so that a sheet is about as wide as a screen.</summary>
    private const double Tall = 0.8;
    private const double Wide = 1.25;

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required int StillWidth { get; init; }

    public required int StillHeight { get; init; }

    /// <summary>A still with its legend and the gap to its neighbour.</summary>
    public int CellWidth => StillWidth + Gap;

    public int CellHeight => StillHeight + Legend;

    public int Width => Margin + (Columns * CellWidth) - Gap + Margin;

    public int Height => Header + (Rows * CellHeight) + (Margin / 2);

    public static StoryboardSheet For(int width, int height, int scenes)
    {
        var (most, stillWidth) = ((double)width / height) switch
        {
            < Tall => (5, 360),
            > Wide => (3, 640),
            _ => (4, 440),
        };
        var rows = (scenes + most - 1) / most;
        return new StoryboardSheet
        {
            Columns = (scenes + rows - 1) / rows,
            Rows = rows,
            StillWidth = stillWidth,
            StillHeight = stillWidth * height / width / 2 * 2,
        };
    }

    /// <summary>Where the legend of a scene goes.</summary>
    public Box LegendOf(int scene) => new(
        Margin + (scene % Columns * CellWidth), Header + (scene / Columns * CellHeight) + StillHeight, StillWidth, Legend);
}
