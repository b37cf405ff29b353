using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>
/// Decodes a foreign clip with an ffmpeg process that pipes raw frames. Several threads may ask for frames slightly out of order, so the
/// last few are kept. After the clip's end its last frame is repeated.
/// </summary>
internal sealed class DecodedClip : IFrameSource
{
    private const int Kept = 4;
    private const int MostMessages = 6;
    private static readonly TimeSpan _exitLimit = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly byte[][] _ring = new byte[Kept][];
    private readonly ClipFit _fit;
    private readonly ClipWatch _watch;
    private readonly FfmpegCommand _command;
    private readonly RunningProcess _decoder;
    private readonly CancellationTokenRegistration _stopping;
    private readonly CancellationToken _cancelled;
    private int _read;
    private bool _ended;

    public DecodedClip(ClipFit fit, ClipWatch watch, FfmpegProcess ffmpeg, CancellationToken cancellationToken)
    {
        _fit = fit;
        _watch = watch;
        _cancelled = cancellationToken;
        _command = new FfmpegCommand
        {
            Purpose = $"decode '{Path.GetFileName(fit.Input.FilePath)}'",
            Arguments = fit.Arguments,
            TimeLimit = Timeout.InfiniteTimeSpan,
        };
        _decoder = ffmpeg.Start(_command);
        _decoder.CloseInput();
        _stopping = cancellationToken.Register(_decoder.Kill);
    }

    public int Width => _fit.Width;

    public int Height => _fit.Height;

    public int FrameCount => _fit.Frames;

    public void Render(int frame, Span<byte> yuv420p)
    {
        lock (_gate)
        {
            while (_read <= frame && !_ended)
            {
                ReadNext();
            }

            var index = Math.Min(frame, _read - 1);
            if (index <= _read - 1 - Kept)
            {
                throw new InvalidOperationException($"Frame {frame} was asked for after frame {_read - 1}; only {Kept} are kept.");
            }

            _ring[index % Kept].CopyTo(yuv420p);
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _decoder.Kill();
        _decoder.Dispose();
    }

    private void ReadNext()
    {
        var slot = _ring[_read % Kept] ?? new byte[ClipEncoder.FrameBytes(Width, Height)];

        // The slot holds a frame too old to be asked for. It is replaced only by a complete frame, because a clip may end in mid-frame.
        var got = _decoder.Output.ReadAtLeast(slot, slot.Length, throwOnEndOfStream: false);
        if (got == slot.Length)
        {
            _ring[_read % Kept] = slot;
            _read++;
            _watch.See(slot);
            if (_read == FrameCount)
            {
                End();
            }

            return;
        }

        End();
    }

    /// <summary>Finds out why there are no more frames: the clip is over, it is damaged, or the decoder was stopped.</summary>
    private void End()
    {
        _ended = true;
        var exitCode = _decoder.WaitForExitCode(_exitLimit);
        _cancelled.ThrowIfCancellationRequested();
        var messages = _decoder.Messages;
        if (_read < FrameCount && new FfmpegFailedException(_command, exitCode ?? 0, [.. messages.TakeLast(MostMessages)]) is { IsTemporary: true } stopped)
        {
            throw stopped;
        }

        var errors = DecoderErrors.Count(messages);
        if (_read == 0 || errors >= DecoderErrors.MostAccepted(_fit.FramesToCome) || (errors > 0 && _read < _fit.FramesToCome / 2))
        {
            var reason = messages is [.., var last] ? last : "the decoder gave no reason";
            throw new MediaRejectedException(
                $"'{Path.GetFileName(_fit.Input.FilePath)}' is damaged: {_read} of {_fit.FramesToCome} frames were decoded, with {errors} errors "
                + $"({reason.Replace(_fit.Input.FilePath, "the file", StringComparison.Ordinal)}).").In(_watch.Scene);
        }

        _watch.End(errors);
    }
}
