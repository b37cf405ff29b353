namespace Reelwright.Media.Text;

/// <summary>Where a moving thing is, relative to where it rests. Distances are in ems.</summary>
internal readonly record struct Pose(double Right, double Down, double Scale, double Opacity, double Blur)
{
    public static Pose Rest { get; } = new(0, 0, 1, 1, 0);

    public static Pose Hidden { get; } = new(0, 0, 1, 0, 0);
}

/// <summary>How things come and go. Times are in frames at 30 a second.</summary>
internal sealed class Motion
{
    public const int ExitFrames = 6;
    private readonly Func<double, Pose> _enter;

    private Motion(int frames, bool perUnit, bool fromCentre, Func<double, Pose> enter)
    {
        Frames = frames;
        PerUnit = perUnit;
        FromCentre = fromCentre;
        _enter = enter;
    }

    public static Motion Words { get; } = new(13, perUnit: true, fromCentre: false, p => new(0, 0.5 * (1 - Out(p)), 1, Math.Min(1, p * 2), 0.09 * (1 - Out(p))));

    public static Motion Rise { get; } = new(15, perUnit: false, fromCentre: false, p => new(0, 0.55 * (1 - Out(p)), 1, Math.Min(1, p * 1.6), 0));

    public static Motion Fade { get; } = new(12, perUnit: false, fromCentre: false, p => new(0, 0, 1, Smooth(p), 0));

    public static Motion Pop { get; } = new(13, perUnit: false, fromCentre: true, p => new(0, 0, 0.7 + (0.3 * BackOut(p)), Math.Min(1, p * 2.5), 0));

    public static Motion Slide { get; } = new(14, perUnit: false, fromCentre: false, p => new(-0.8 * (1 - Out(p)), 0, 1, Smooth(p), 0));

    /// <summary>Frames from hidden to at rest.</summary>
    public int Frames { get; }

    /// <summary>Words come one after the other.</summary>
    public bool PerUnit { get; }

    /// <summary>Grows out of its middle.</summary>
    public bool FromCentre { get; }

    public static Motion Of(string style) => style switch
    {
        "words" => Words,
        "rise" => Rise,
        "pop" => Pop,
        _ => Fade,
    };

    public Pose Enter(int frame) => frame < 0 ? Pose.Hidden : frame >= Frames ? Pose.Rest : _enter((frame + 1.0) / (Frames + 1));

    /// <param name="left">Frames until it is gone; at <see cref="ExitFrames"/> it still rests.</param>
    public static Pose Exit(int left)
    {
        var gone = 1 - ((double)left / (ExitFrames + 1));
        return new(0, -0.1 * gone * gone, 1, 1 - Smooth(gone), 0);
    }

    /// <summary>A breath of a button, from 1 up and back.</summary>
    public static double Pulse(int frame, int length) => 1 + (0.035 * Math.Pow(Math.Sin(Math.PI * frame / length), 2));

    private static double Out(double p) => 1 - Math.Pow(1 - p, 4);

    private static double Smooth(double p) => p * p * (3 - (2 * p));

    private static double BackOut(double p) => 1 + (2.7 * Math.Pow(p - 1, 3)) + (1.7 * Math.Pow(p - 1, 2));
}
