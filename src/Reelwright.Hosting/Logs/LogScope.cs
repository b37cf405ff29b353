using System.Collections;

namespace Reelwright.Hosting.Logs;

/// <summary>Adds job and stage to every line logged inside it: <c>logger.BeginScope(new LogScope(jobId, stage))</c>.</summary>
public sealed class LogScope(string? jobId, string? stage = null) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 2;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("job_id", jobId),
        1 => new("stage", stage),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A log scope has two members."),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
        yield return this[1];
    }

    public override string ToString() => $"job_id:{jobId} stage:{stage}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
