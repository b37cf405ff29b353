namespace Reelwright.Media.Scenes;

/// <summary>How motion starts and stops. All clamp their input to 0..1.</summary>
internal static class Easing
{
    /// <summary>Slow, fast, slow: the cubic smoothstep.</summary>
    public static double Smooth(double t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>Arrives fast and settles.</summary>
    public static double Out(double t)
    {
        t = 1 - Math.Clamp(t, 0, 1);
        return 1 - (t * t * t * t);
    }

    /// <summary>A push from one scene to the next: quartic on both sides.</summary>
    public static double InOut(double t)
    {
        t = Math.Clamp(t, 0, 1);
        return t < 0.5 ? 8 * t * t * t * t : 1 - (8 * (1 - t) * (1 - t) * (1 - t) * (1 - t));
    }
}
