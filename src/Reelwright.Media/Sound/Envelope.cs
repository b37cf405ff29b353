namespace Reelwright.Media.Sound;

/// <summary>Swells, holds, fades; without a corner that could click.</summary>
internal readonly record struct Envelope(double Attack, double Length, double Release)
{
    public double At(double seconds)
    {
        var rise = Math.Min(1, seconds / Attack);
        var fall = seconds <= Length ? 1 : Math.Max(0, 1 - ((seconds - Length) / Release));
        return rise * rise * (3 - (2 * rise)) * fall * fall;
    }
}
