using System.Text.Json.Serialization;

namespace Reelwright.Media.Ffmpeg;

/// <summary>The part of ffprobe's JSON that is read. Its numbers are mostly strings.</summary>
internal sealed record ProbeJson(
    ProbeFormat? Format, IReadOnlyList<ProbeStream>? Streams, IReadOnlyList<ProbePacket>? Packets);

internal sealed record ProbeFormat(string? Duration, string? Size);

internal sealed record ProbePacket(int StreamIndex, string? PtsTime, string? DurationTime);

internal sealed record ProbeStream(
    int? Index,
    string? CodecType,
    string? CodecName,
    string? Profile,
    string? PixFmt,
    int? Width,
    int? Height,
    string? AvgFrameRate,
    string? SampleAspectRatio,
    string? ColorRange,
    string? ColorSpace,
    string? ColorTransfer,
    string? ColorPrimaries,
    string? FieldOrder,
    string? Duration,
    string? NbFrames,
    string? SampleRate,
    int? Channels,
    IReadOnlyDictionary<string, int>? Disposition,
    IReadOnlyDictionary<string, string>? Tags,
    IReadOnlyList<ProbeSideData>? SideDataList);

internal sealed record ProbeSideData(double? Rotation, string? Displaymatrix, int? DvProfile);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbeJson))]
internal sealed partial class ProbeJsonContext : JsonSerializerContext;
