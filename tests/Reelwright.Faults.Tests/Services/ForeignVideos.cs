using System.Diagnostics;
using System.Globalization;
using Reelwright.Testing.Wire;

namespace Reelwright.Faults.Tests.Services;

/// <summary>Somebody else's video service, with real clips that it can hold back in the middle.</summary>
internal sealed class ForeignVideos : IAsyncDisposable
{
    private readonly byte[] clip;
    private readonly RawServer server;

    private ForeignVideos(byte[] clip)
    {
        this.clip = clip;
        server = RawServer.Start(AnswerAsync);
    }

    public Uri Url => server.Url;

    /// <summary>Gives half of each clip, and then nothing.</summary>
    public bool HoldsBack { get; set; } = true;

    public static async Task<ForeignVideos> StartAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), $"reelwright-{Path.GetRandomFileName()}.mp4");
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo(
                "ffmpeg", ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=540x540:rate=30:duration=6", "-pix_fmt", "yuv420p", "-preset", "ultrafast", file]))!;
            await ffmpeg.WaitForExitAsync(cancellationToken);
            return new ForeignVideos(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        switch (request.Path)
        {
            case "/generate-video":
                await connection.AnswerAsync(
                    200, $$"""{"success":true,"result":{"video_url":"{{server.Url}}clips/{{request.Header("Idempotency-Key")}}.mp4","duration":6},"cost":0.2}""", cancellationToken);
                break;
            case { } path when path.StartsWith("/clips/", StringComparison.Ordinal):
                await connection.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: {clip.Length}\r\n\r\n"), cancellationToken);
                await connection.WriteAsync(clip.AsMemory(0, clip.Length / 2), cancellationToken);
                if (!HoldsBack)
                {
                    await connection.WriteAsync(clip.AsMemory(clip.Length / 2), cancellationToken);
                }

                break;
            default:
                await connection.AnswerAsync(404, "{}", cancellationToken);
                break;
        }
    }
}
