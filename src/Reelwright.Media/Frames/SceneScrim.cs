using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>
/// Two ramps around the text zone: one lays the scrim under the text, the other takes the product away
/// before it reaches the text, so that no light product ever stands behind light letters.
/// </summary>
internal sealed class SceneScrim
{
    private readonly SceneLayout _layout;
    private readonly Yuv _colour;
    private readonly float _strength;
    private readonly float[][] _scrimColumns;
    private readonly float[][] _heroColumns;

    /// <param name="strength">How much of the background the scrim hides where it is densest, 0 to 1.</param>
    public SceneScrim(SceneLayout layout, Yuv colour, float strength)
    {
        (_layout, _colour, _strength) = (layout, colour, strength);
        _scrimColumns = Columns(pixel => IsSideways ? 1 - Ramp(pixel, layout.Width * 0.12, layout.Width * 0.60) : 1);
        _heroColumns = Columns(pixel => IsSideways ? Ramp(pixel, layout.Headline.Right - (layout.Width * 0.02), layout.Headline.Right + (layout.Width * 0.12)) : 1);
    }

    private bool IsSideways => _layout is { Shape: SceneShape.Wide, Centred: false };

    /// <summary>The scrim on one row of a plane.</summary>
    public RowScrim Scrim(in PlaneShape plane, int y) => new()
    {
        Colour = _colour,
        Amount = _strength * (IsSideways ? 1 : RowAmount(y * plane.Step)),
        Columns = _scrimColumns[plane.Step - 1],
    };

    /// <summary>How much of the product is seen on a row, apart from <see cref="HeroColumns"/>.</summary>
    public float HeroOpacity(in PlaneShape plane, int y) =>
        IsSideways || _layout.Centred ? 1
        : _layout.IsTextAbove ? Ramp(y * plane.Step, _layout.Headline.Bottom + plane.Step, _layout.Headline.Bottom + (_layout.Height * 0.05))
        : 1 - Ramp(y * plane.Step, _layout.Eyebrow.Y - (_layout.Height * 0.09), _layout.Eyebrow.Y - (_layout.Height * 0.004));

    /// <summary>How much of the product is seen by column; empty when all of it is.</summary>
    public ReadOnlySpan<float> HeroColumns(in PlaneShape plane) => IsSideways ? _heroColumns[plane.Step - 1] : default;

    private float RowAmount(double pixel)
    {
        var top = _layout.Centred ? _layout.Headline.Y : _layout.Eyebrow.Y;
        var rise = Ramp(pixel, top - (_layout.Height * 0.20), top + (_layout.Height * 0.07));
        var fall = Ramp(pixel, _layout.Headline.Bottom, _layout.Headline.Bottom + (_layout.Height * (_layout.IsTextAbove ? 0.14 : 0.24)));
        return rise * (1 - ((_layout.IsTextAbove ? 1 : 0.88f) * fall));
    }

    private static float Ramp(double at, double from, double to) => (float)Easing.Smooth((at - from) / (to - from));

    private float[][] Columns(Func<double, float> share) =>
    [
        [.. Enumerable.Range(0, _layout.Width + FrameScratch.Padding).Select(x => share(x))],
        [.. Enumerable.Range(0, (_layout.Width / 2) + FrameScratch.Padding).Select(x => share(2 * x))],
    ];
}
