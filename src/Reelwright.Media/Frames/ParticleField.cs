using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>Lights out of focus and dust that float through the scene; the nearer, the larger, softer and faster.</summary>
internal sealed class ParticleField
{
    private const int Lights = 15;
    private const int Dust = 16;
    private readonly Particle[] _particles;
    private readonly double _width;
    private readonly double _height;
    private readonly double _side;

    public ParticleField(int width, int height, uint seed, Yuv colour, float opacity)
    {
        (_width, _height, _side) = (width, height, Math.Min(width, height));
        var noise = new Noise(seed);
        var particles = new Particle[Lights + Dust];
        for (var i = 0; i < particles.Length; i++)
        {
            var depth = i < Lights ? noise.Next() : noise.Next(0.1f, 0.5f);
            particles[i] = new Particle(
                X: noise.Next(),
                Y: noise.Next(),
                SpeedX: noise.Next(-0.02f, 0.02f) * (0.4f + depth),
                SpeedY: -0.010f - (0.03f * depth),
                Radius: i < Lights ? 0.012f + (0.058f * depth * depth) : 0.0022f + (0.0036f * noise.Next()),
                Opacity: opacity * (i < Lights ? noise.Next(0.10f, 0.30f) * (1 - (0.55f * depth)) : noise.Next(0.25f, 0.6f)),
                Hardness: i < Lights ? noise.Next(1.4f, 3.6f) : 1,
                Depth: depth,
                Phase: noise.Next(0, 6.28f),
                Colour: colour);
        }

        _particles = [.. particles.OrderBy(particle => particle.Depth)];
        Behind = _particles.Count(particle => particle.Depth < 0.82f);
    }

    public int Count => _particles.Length;

    /// <summary>How many of them, the first ones, are farther away than the product.</summary>
    public int Behind { get; }

    /// <summary>Where all of them are at a moment.</summary>
    public void Place(CameraPose pose, double seconds, Span<Disc> discs)
    {
        for (var i = 0; i < _particles.Length; i++)
        {
            ref readonly var particle = ref _particles[i];
            var radius = particle.Radius * _side;
            var sway = 0.012 * particle.Depth * Math.Sin((seconds * 0.7) + particle.Phase);
            var x = particle.X + (particle.SpeedX * seconds) + ((sway + (pose.PanX * 1.6 * particle.Depth)) * _side / _width);
            var y = particle.Y + (particle.SpeedY * seconds) + (pose.PanY * 1.6 * particle.Depth * _side / _height);
            var twinkle = 0.78 + (0.22 * Math.Sin((seconds * 1.7) + (particle.Phase * 3)));
            discs[i] = new Disc(
                (float)Wrap(x, _width, radius), (float)Wrap(y, _height, radius), (float)radius,
                (float)(particle.Opacity * twinkle), particle.Hardness, particle.Colour);
        }
    }

    /// <summary>What leaves on one side comes back on the other, both times out of sight.</summary>
    private static double Wrap(double share, double extent, double radius)
    {
        var span = extent + (2 * radius);
        var at = ((share * extent) + radius) % span;
        return (at < 0 ? at + span : at) - radius;
    }

    private readonly record struct Particle(
        float X, float Y, float SpeedX, float SpeedY, float Radius, float Opacity, float Hardness, float Depth, float Phase, Yuv Colour);
}
