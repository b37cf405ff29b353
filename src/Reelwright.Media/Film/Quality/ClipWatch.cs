using System.Globalization;

namespace Reelwright.Media.Film.Quality;

/// <summary>
/// Checks the decoded frames of one foreign clip: whether they are all black, and whether the picture moves. Frames are compared with the
/// first frame of a still, with a tolerance, because a codec refines a picture that does not move. Only a long still is reported.
/// </summary>
internal sealed class ClipWatch(int scene, int width, int height, int framesNeeded)
{
    private const int Every = 8;

    /// <summary>Of the encoded range, in which black is 16 and white 235.</summary>
    private const int DarkestLight = 24;
    private const int Refinement = 12;
    private const double LongStill = 1;

    /// <summary>Frames by which a clip may be too short without a finding.</summary>
    private const int ShortBy = 8;

    private readonly byte[] _still = new byte[(width + Every - 1) / Every * ((height + Every - 1) / Every)];
    private int _seen;
    private int _black;
    private int _stillFrames;
    private int _longest;
    private int _errors;

    public int Scene => scene;

    /// <summary>None when the clip is sound.</summary>
    public IReadOnlyList<FilmWarning> Warnings =>
        [.. new[] { Damage, Motion }.OfType<string>().Select(fault => new FilmWarning(FilmWarningCodes.ClipFlawed, fault, scene))];

    private string? Damage => _errors == 0 ? null : Fault($"is damaged in places: the decoder reported {_errors} errors.");

    private string? Motion
    {
        get
        {
            var standing = framesNeeded - _seen;
            var longest = Math.Max(_longest, _stillFrames + standing);
            return _seen switch
            {
                0 => null,
                _ when _black == _seen => Fault($"is black from start to end."),
                _ when longest <= LongStill * FilmPlan.FrameRate && standing < ShortBy => null,
                _ when longest == framesNeeded => Fault($"is a still: nothing moves in the {Seconds(framesNeeded):0.#} s for which it is shown."),
                _ when standing >= ShortBy =>
                    Fault($"is too short: its last picture stands for {Seconds(standing):0.#} of {Seconds(framesNeeded):0.#} s."),
                _ when longest * 2 > framesNeeded => Fault($"stands still for {Seconds(longest):0.#} of {Seconds(framesNeeded):0.#} s."),
                _ => null,
            };
        }
    }

    /// <summary>Each frame in order.</summary>
    public void See(ReadOnlySpan<byte> pixels)
    {
        var (isBlack, isSame) = (IsBlack(pixels), _seen > 0 && IsStill(pixels));
        if (!isSame)
        {
            _stillFrames = 0;
            Keep(pixels);
        }

        _seen++;
        _stillFrames++;
        _longest = Math.Max(_longest, _stillFrames);
        _black += isBlack ? 1 : 0;
    }

    /// <summary>After the last frame.</summary>
    /// <param name="errors">What the decoder reported.</param>
    public void End(int errors) => _errors = errors;

    private static double Seconds(int frames) => (double)frames / FilmPlan.FrameRate;

    private string Fault(FormattableString fault) =>
        string.Create(CultureInfo.InvariantCulture, $"The clip of scene {scene} (counted from 0) {fault.ToString(CultureInfo.InvariantCulture)}");

    private bool IsBlack(ReadOnlySpan<byte> pixels)
    {
        for (var y = 0; y < height; y += Every)
        {
            for (var x = 0; x < width; x += Every)
            {
                if (pixels[(y * width) + x] >= DarkestLight)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsStill(ReadOnlySpan<byte> pixels)
    {
        var at = 0;
        for (var y = 0; y < height; y += Every)
        {
            for (var x = 0; x < width; x += Every)
            {
                if (Math.Abs(pixels[(y * width) + x] - _still[at++]) > Refinement)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Keep(ReadOnlySpan<byte> pixels)
    {
        var at = 0;
        for (var y = 0; y < height; y += Every)
        {
            for (var x = 0; x < width; x += Every)
            {
                _still[at++] = pixels[(y * width) + x];
            }
        }
    }
}
