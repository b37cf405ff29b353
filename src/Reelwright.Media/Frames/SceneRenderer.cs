using System.Collections.Concurrent;
using Reelwright.Media.Art;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>
/// Draws a scene from its recipe, each frame on its own: background, far lights, product or picture, near lights, scrim.
/// Holds no state that a frame changes, so any number of threads may draw at once.
/// </summary>
public sealed class SceneRenderer : IFrameSource
{
    private const int FramesPerSecond = 30;
    private readonly ConcurrentBag<FrameScratch> _scratches = [];
    private readonly PlaneShape[] _planes;
    private readonly double _duration;
    private readonly double _pace;
    private readonly CameraPath _camera;
    private readonly MeshGradient _mesh;
    private readonly MeshBlob[] _blobs;
    private readonly ParticleField _particles;
    private readonly LightSweep _sweep;
    private readonly SceneScrim _scrim;
    private readonly RowPacker _packer;
    private readonly HeroLayer? _hero;
    private readonly PhotoLayer? _photo;

    private SceneRenderer(SceneRecipe recipe, ReferenceImage? referenceImage)
    {
        var art = ArtKit.Create(recipe.Art);
        var look = SceneLook.From(art, recipe);
        var layout = SceneLayout.For(recipe.Width, recipe.Height, recipe.Role);
        Width = recipe.Width;
        Height = recipe.Height;
        FrameCount = Math.Max(1, (int)Math.Round(recipe.Duration * FramesPerSecond));
        _duration = Math.Max(recipe.Duration, 1.0 / FramesPerSecond);
        _planes = PlaneShape.Of(Width, Height);
        _camera = new CameraPath(recipe.Camera, recipe.Role, recipe.Index, layout);
        _mesh = new MeshGradient(Width, Height, look.Tones, look.IsLight ? 0.08f : 0.20f);
        _blobs = look.Blobs;
        var seed = Noise.Hash((uint)recipe.Art.Seed) + (uint)recipe.Index;
        _pace = art.Mood.Pace;
        _particles = new ParticleField(Width, Height, seed, look.Bokeh, (referenceImage is null ? 1 : 0.55f) * (float)art.Mood.Sparkle);
        _sweep = new LightSweep(Width, Height, look.IsLight ? 42 : 62);
        _packer = new RowPacker(Width);
        _scrim = new SceneScrim(layout, look.Scrim, ScrimStrength(recipe, referenceImage is not null));
        if (referenceImage is null)
        {
            _hero = HeroLayer.Create(art.Layers, layout, _camera.LargestZoom(), look.Grade);
        }
        else
        {
            _photo = PhotoLayer.Create(referenceImage, recipe, look);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public int FrameCount { get; }

    /// <summary>Prepares a scene: draws its sheets once, at the size that the camera needs.</summary>
    /// <param name="recipe">What to draw.</param>
    /// <param name="referenceImage">The picture behind <see cref="SceneRecipe.ReferenceImageKey"/>, which then takes the place of the
    /// drawn product.</param>
    public static SceneRenderer Create(SceneRecipe recipe, ReferenceImage? referenceImage)
    {
        if (recipe.Version != SceneRecipe.CurrentVersion)
        {
            throw new NotSupportedException(
                $"The scene was written as recipe version {recipe.Version}; this build draws version {SceneRecipe.CurrentVersion}.");
        }

        if (recipe.Width < 64 || recipe.Height < 64 || recipe.Width % 2 != 0 || recipe.Height % 2 != 0)
        {
            throw new ArgumentException(
                $"A frame of {recipe.Width}x{recipe.Height} cannot be drawn: both sides must be even and at least 64 pixels.", nameof(recipe));
        }

        return new SceneRenderer(recipe, referenceImage);
    }

    public void Render(int frame, Span<byte> yuv420p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfNotEqual(yuv420p.Length, Width * Height * 3 / 2);
        if (!_scratches.TryTake(out var scratch))
        {
            scratch = new FrameScratch(Width, _particles.Count, _hero?.Count ?? 0, _mesh.Size);
        }

        var seconds = (double)frame / FramesPerSecond;
        var pose = _camera.At(seconds / _duration);
        _particles.Place(pose, seconds * _pace, scratch.Discs);
        _hero?.Place(pose, seconds, scratch.Sheets);
        if (_photo is null)
        {
            Span<MeshBlob> blobs = stackalloc MeshBlob[_blobs.Length];
            Drift(pose, seconds * _pace, blobs);
            _mesh.Compute(blobs, scratch.Mesh);
        }

        foreach (ref readonly var plane in _planes.AsSpan())
        {
            DrawPlane(plane, seconds, pose, scratch, yuv420p.Slice(plane.Offset, plane.Width * plane.Height));
        }

        _scratches.Add(scratch);
    }

    public void Dispose() => _scratches.Clear();

    private void DrawPlane(in PlaneShape plane, double seconds, CameraPose pose, FrameScratch scratch, Span<byte> output)
    {
        for (var y = 0; y < plane.Height; y++)
        {
            if (_photo is null)
            {
                _mesh.Draw(scratch.Mesh[plane.Index], y, MeshSize.Cell / plane.Step, scratch.MeshLine, scratch.Row);
                DrawDiscs(plane, y, scratch.Discs.AsSpan(0, _particles.Behind), scratch.Row);
                DrawHero(plane, y, seconds, scratch);
            }
            else
            {
                DrawSheet(_photo.Sprite, _photo.Place(pose), plane, y, new RowInk { Opacity = 1 }, scratch);
                DrawDiscs(plane, y, scratch.Discs.AsSpan(0, _particles.Behind), scratch.Row);
                if (_photo.Card is { } card)
                {
                    DrawSheet(card.Sprite, card.Place(pose), plane, y, new RowInk { Opacity = 1 }, scratch);
                }
            }

            DrawDiscs(plane, y, scratch.Discs.AsSpan(_particles.Behind), scratch.Row);
            _packer.Pack(plane, y, scratch.Row, _scrim.Scrim(plane, y), scratch.Packed);
            scratch.Packed.AsSpan(0, plane.Width).CopyTo(output[(y * plane.Width)..]);
        }
    }

    private void DrawHero(in PlaneShape plane, int y, double seconds, FrameScratch scratch)
    {
        var light = plane.Index == 0 ? _sweep.Row(seconds, y, Width) : default;
        for (var i = 0; i < scratch.Sheets.Length; i++)
        {
            var ink = new RowInk
            {
                Opacity = _scrim.HeroOpacity(plane, y),
                Mask = _scrim.HeroColumns(plane),
                Light = _hero!.CatchesLight(i) ? light : default,
            };
            DrawSheet(_hero.Sprite(i), scratch.Sheets[i], plane, y, ink, scratch);
        }
    }

    private static void DrawSheet(Sprite sprite, in AffineMap map, in PlaneShape plane, int y, in RowInk ink, FrameScratch scratch)
    {
        // Samples are taken where the sample's own centre lies, in texels of a plane with the same step as the frame's.
        var (x0, y0) = (PlaneShape.FirstX, (y * plane.Step) + plane.FirstY);
        var u = new TexelWalk((((map.Ux * x0) + (map.Uy * y0) + map.U0) / plane.Step) - 0.5, map.Ux);
        var v = new TexelWalk((((map.Vx * x0) + (map.Vy * y0) + map.V0) / plane.Step) - 0.5, map.Vx);
        SpriteSampler.Draw(sprite[plane.Index], u, v, plane.Width, ink, scratch.Row, scratch);
    }

    private static void DrawDiscs(in PlaneShape plane, int y, ReadOnlySpan<Disc> discs, Span<float> row)
    {
        var pixel = (float)((y * plane.Step) + plane.FirstY);
        foreach (ref readonly var disc in discs)
        {
            if (disc.Meets(pixel))
            {
                disc.Draw(plane, y, row);
            }
        }
    }

    /// <summary>Blobs wander slowly and follow the camera a little: they are far away.</summary>
    private void Drift(CameraPose pose, double seconds, Span<MeshBlob> blobs)
    {
        for (var i = 0; i < blobs.Length; i++)
        {
            var blob = _blobs[i];
            blobs[i] = blob with
            {
                X = blob.X + (Width * ((0.045 * Math.Sin((0.55 * seconds) + (1.9 * i))) + (0.5 * pose.PanX))),
                Y = blob.Y + (Height * ((0.03 * Math.Cos((0.45 * seconds) + (2.3 * i))) + (0.5 * pose.PanY))),
                Rotation = blob.Rotation + (0.12 * Math.Sin((0.3 * seconds) + i)),
            };
        }
    }

    private static float ScrimStrength(SceneRecipe recipe, bool isPhoto) => (isPhoto, recipe.Role) switch
    {
        (true, _) => 0.86f,
        (false, SceneRole.CallToAction) => 0.30f,
        _ => 0.55f,
    };
}
