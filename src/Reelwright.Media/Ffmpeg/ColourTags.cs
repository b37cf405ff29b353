namespace Reelwright.Media.Ffmpeg;

/// <summary>How a video describes its colours, by ffprobe's names; null where it does not.</summary>
/// <param name="Range"><c>tv</c> or <c>pc</c>.</param>
/// <param name="Matrix">From RGB to YUV, such as <c>bt709</c>.</param>
/// <param name="Transfer">From light to code values, such as <c>smpte2084</c>.</param>
/// <param name="Primaries">Such as <c>bt2020</c>.</param>
public sealed record ColourTags(string? Range = null, string? Matrix = null, string? Transfer = null, string? Primaries = null)
{
    /// <summary>Whether the transfer is PQ or HLG (ITU-R BT.2100).</summary>
    public bool IsHdr => Transfer is "smpte2084" or "arib-std-b67";
}
