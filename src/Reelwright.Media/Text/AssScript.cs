using System.Globalization;
using System.Text;

namespace Reelwright.Media.Text;

/// <summary>
/// A script for libass. Animation is baked: every frame of a movement is an event of its own, so that what is seen is exactly
/// what was computed, with any easing. Event times fall between frames, so that rounding never moves one.
/// </summary>
internal sealed class AssScript(int width, int height)
{
    private readonly StringBuilder _events = new();

    public bool IsEmpty => _events.Length == 0;

    /// <summary>Shows something from one frame up to, not including, another.</summary>
    public void Add(int layer, int fromFrame, int toFrame, string tags, string text)
    {
        if (toFrame > fromFrame)
        {
            _events.Append(CultureInfo.InvariantCulture, $"Dialogue: {layer},{Time(fromFrame)},{Time(toFrame)},T,,0,0,0,,{{{tags}}}{text}\n");
        }
    }

    // Encoding -1 lets libass find the direction of each line. Width 2 of wrapping: none; our lines are final.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        [Script Info]
        ScriptType: v4.00+
        PlayResX: {width}
        PlayResY: {height}
        WrapStyle: 2
        ScaledBorderAndShadow: yes
        YCbCr Matrix: TV.709

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: T,Inter,40,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,1,0,0,0,-1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        {_events}
        """);

    private static string Time(int frame)
    {
        var hundredths = Math.Max(0, (int)Math.Round((frame - 0.5) * 100 / Film.FilmPlan.FrameRate));
        return string.Create(CultureInfo.InvariantCulture,
            $"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
