using System.Security.Cryptography;
using System.Text;

namespace Reelwright.Media.Art;

/// <summary>
/// The look that a plan's words ask for. Image, clips and end card each come from the same words and so from the same spec; the seed is
/// taken from them too, so nothing has to be handed from one to the next.
/// </summary>
public static class ArtBrief
{
    private const int IdLength = 8;

    public static ArtSpec Read(string? motif, string? direction, IReadOnlyList<string>? palette, string? mood, string? subject)
    {
        var spec = new ArtSpec
        {
            Motif = motif ?? string.Empty,
            Direction = direction ?? string.Empty,
            Palette = palette ?? [],
            Mood = mood,
            Seed = 0,
        };
        return spec with { Seed = BitConverter.ToInt32(Digest(spec, subject), 0) & int.MaxValue };
    }

    /// <summary>Tells one look from another: eight hexadecimal digits.</summary>
    public static string IdOf(ArtSpec spec) => Convert.ToHexStringLower(Digest(spec, $"{spec.Seed}"))[..IdLength];

    private static byte[] Digest(ArtSpec spec, string? more) => SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', (IEnumerable<string?>)[spec.Motif, spec.Direction, .. spec.Palette, spec.Mood, more])));
}
