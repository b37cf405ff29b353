using System.Globalization;
using System.Text.Json;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Reads what is in a file with ffprobe.</summary>
public sealed class MediaProbe(FfmpegProcess ffmpeg)
{
    private const string Entries =
        "format=duration,size:stream:stream_disposition=attached_pic:stream_tags=alpha_mode:stream_side_data=rotation,displaymatrix,dv_profile";

    /// <param name="input">The file.</param>
    /// <param name="countPackets">Read the file to its end, to see whether all that the header promises is there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MediaRejectedException">The file cannot be read.</exception>
    /// <exception cref="FfmpegFailedException">ffprobe was stopped, timed out or lacked memory; the file may be good.</exception>
    public async Task<MediaInfo> ReadAsync(MediaInput input, bool countPackets, CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand
        {
            Purpose = $"read '{Path.GetFileName(input.FilePath)}'",
            Tool = MediaTool.Ffprobe,
            Arguments = Arguments(input, countPackets),
            TimeLimit = ffmpeg.Tools.Options.ProbeLimit,
            OutputLimit = countPackets ? MediaLimits.MostPacketListBytes : 1 << 20,
        };
        try
        {
            var output = await ffmpeg.RunAsync(command, cancellationToken).ConfigureAwait(false);
            return Parse(output.Output, new FileInfo(input.FilePath).Length);
        }
        catch (Exception error) when (error is FfmpegFailedException { IsTemporary: false } or JsonException)
        {
            throw new MediaRejectedException($"'{Path.GetFileName(input.FilePath)}' cannot be read as media: {Reason(error, input)}", error);
        }
    }

    internal static IReadOnlyList<string> Arguments(MediaInput input, bool countPackets) =>
    [
        "-v", "error", "-of", "json=c=1", .. MediaLimits.Decoder(MediaLimits.MostProbedPixels),
        "-max_streams", MediaLimits.MostStreams.ToString(CultureInfo.InvariantCulture),
        "-show_entries", countPackets ? $"{Entries}:packet=stream_index,pts_time,duration_time" : Entries,
        "-f", input.Demuxer, "-protocol_whitelist", "file", $"file:{input.FilePath}",
    ];

    internal static MediaInfo Parse(ReadOnlySpan<byte> json, long size)
    {
        var probe = JsonSerializer.Deserialize(json, ProbeJsonContext.Default.ProbeJson);
        var streams = probe?.Streams ?? [];
        var video = streams.FirstOrDefault(IsPicture);
        var audio = streams.FirstOrDefault(stream => stream.CodecType == "audio");
        var duration = Seconds(probe?.Format?.Duration);
        var packets = probe?.Packets;
        return new MediaInfo
        {
            Duration = duration,
            StreamCount = streams.Count,
            Size = size,
            LastPacketEnd = packets is null ? null : PacketSpan.Of(packets).End,
            Video = video is null ? null : ToVideo(video, duration, packets?.Where(packet => packet.StreamIndex == video.Index).ToList()),
            Audio = audio is null ? null : new AudioStream(audio.CodecName ?? "unknown", (int)Number(audio.SampleRate), audio.Channels ?? 0),
        };
    }

    private static bool IsPicture(ProbeStream stream) =>
        stream is { CodecType: "video", Width: > 0, Height: > 0 } && stream.Disposition?.GetValueOrDefault("attached_pic") != 1;

    private static VideoStream ToVideo(ProbeStream stream, TimeSpan fileDuration, IReadOnlyList<ProbePacket>? packets) => new()
    {
        Codec = stream.CodecName ?? "unknown",
        Profile = stream.Profile,
        PixelFormat = stream.PixFmt,
        AlphaBeside = stream.Tags?.GetValueOrDefault("alpha_mode") == "1",
        Width = stream.Width!.Value,
        Height = stream.Height!.Value,
        FrameRate = Ratio(stream.AvgFrameRate, '/', 0),
        Rotation = Clockwise(stream.SideDataList?.FirstOrDefault(data => data.Rotation is not null)?.Rotation ?? 0),
        Orientation = DisplayMatrix.Parse(stream.SideDataList?.FirstOrDefault(data => data.Displaymatrix is not null)?.Displaymatrix),
        DolbyVisionProfile = stream.SideDataList?.FirstOrDefault(data => data.DvProfile is not null)?.DvProfile,
        PixelAspect = Ratio(stream.SampleAspectRatio, ':', 1),
        Colour = new ColourTags(stream.ColorRange, stream.ColorSpace, stream.ColorTransfer, stream.ColorPrimaries),
        Interlaced = stream.FieldOrder is { } order and not ("progressive" or "unknown"),
        Duration = Seconds(stream.Duration) is { Ticks: > 0 } own ? own : PacketSpan.Of(packets ?? []).Length ?? fileDuration,
        FramesPromised = Number(stream.NbFrames) is > 0 and var frames ? (int)frames : null,
        PacketsCounted = packets?.Count,
    };

    // ffprobe counts counter-clockwise.
    private static int Clockwise(double rotation) => (((int)Math.Round(-rotation / 90) * 90) + 720) % 360;

    internal static TimeSpan Seconds(string? text) => Number(text) is >= 0 and < 1e6 and var seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    private static double Ratio(string? text, char separator, double otherwise)
    {
        var parts = text?.Split(separator) ?? [];
        return parts.Length == 2 && Number(parts[0]) is > 0 and var a && Number(parts[1]) is > 0 and var b ? a / b : otherwise;
    }

    // The message is shown to the user, so the path on this machine is removed.
    private static string Reason(Exception error, MediaInput input) => error switch
    {
        FfmpegFailedException { LastLines: [.., var last] } => last.Replace($"file:{input.FilePath}", "the file", StringComparison.Ordinal),
        FfmpegFailedException => error.Message,
        _ => "ffprobe's output is not valid JSON.",
    };
}
