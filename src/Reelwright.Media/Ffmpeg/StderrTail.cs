namespace Reelwright.Media.Ffmpeg;

/// <summary>Drains a process's stderr and keeps its last lines.</summary>
internal sealed class StderrTail(int capacity) : IDisposable
{
    private const int LongestLine = 400;
    private readonly Queue<string> _lines = new();
    private readonly ManualResetEventSlim _ended = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Blocks until all of stderr is read; false when the time is over.</summary>
    public bool WaitForEnd(TimeSpan limit) => _ended.Wait(limit);

    public void Dispose() => _ended.Dispose();

    public async Task DrainAsync(TextReader stderr)
    {
        try
        {
            await ReadAsync(stderr).ConfigureAwait(false);
        }
        finally
        {
            _ended.Set();
        }
    }

    private async Task ReadAsync(TextReader stderr)
    {
        while (await stderr.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            lock (_lines)
            {
                _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] : line.TrimEnd());
                if (_lines.Count > capacity)
                {
                    _lines.Dequeue();
                }
            }
        }
    }
}
