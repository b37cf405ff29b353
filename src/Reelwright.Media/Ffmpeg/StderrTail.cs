namespace Reelwright.Media.Ffmpeg;

/// <summary>Drains a process's stderr and keeps its last lines.</summary>
internal sealed class StderrTail(int capacity)
{
    private const int LongestLine = 400;
    private readonly Queue<string> _lines = new();

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

    public async Task DrainAsync(TextReader stderr)
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
