using System.Text.Json.Serialization;

namespace Reelwright.Media.Ffmpeg;

/// <summary>The part of ffprobe's JSON that is read. Its numbers are mostly strings.</summary>
internal sealed record ProbeJson(ProbeFormat? Format, IReadOnlyList<ProbeStream>? Streams);

internal sealed record ProbeFormat(string? Duration, string? Size);

internal sealed record ProbeStream(
    string? CodecType,
    string? CodecName,
    string? Profile,
    string? PixFmt,
    int? Width,
    int? Height,
    string? AvgFrameRate,
    string? SampleAspectRatio,
    string? ColorSpace,
    string? FieldOrder,
    string? Duration,
    string? NbFrames,
    string? NbReadPackets,
    string? SampleRate,
    int? Channels,
    IReadOnlyDictionary<string, int>? Disposition,
    IReadOnlyDictionary<string, string>? Tags,
    IReadOnlyList<ProbeSideData>? SideDataList);

internal sealed record ProbeSideData(double? Rotation);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbeJson))]
internal sealed partial class ProbeJsonContext : JsonSerializerContext;
