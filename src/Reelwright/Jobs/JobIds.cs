using System.CommandLine;
using System.Globalization;
using Reelwright.Api;
using Reelwright.Contracts.Jobs;
using Reelwright.Terminal;

namespace Reelwright.Jobs;

/// <summary>Job ids as people type and read them: the whole id, or its beginning as far as it names one job.</summary>
internal static class JobIds
{
    public const int Shortest = 4;
    private const int MostListed = 5;
    private const int MostPages = 20;
    private const int TimeDigits = 12;

    // 1971 and 9998: a day and a margin beyond them are times still.
    private const long Earliest = 31_536_000_000;
    private const long Latest = 253_339_228_800_000;

    /// <summary>The clocks of machines differ, and a job is created some time after its id.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    public static Argument<string> Argument() => new("id")
    {
        Description = $"The job's id, or its first characters (at least {Shortest}) as far as they name one job",
        Validators =
        {
            typed =>
            {
                if (typed.Tokens is [var only] && !IsBeginning(only.Value))
                {
                    typed.AddError(
                        $"'{only.Value}' is not a job id. A job id looks like 550e8400-e29b-41d4-a716-446655440000, and its first {Shortest} characters or more will do; "
                        + $"{ProgramName.With("jobs", "list")} shows yours.");
                }
            },
        },
    };

    /// <exception cref="CommandException">No job, or more than one, begins so.</exception>
    public static async Task<Guid> FindAsync(OrchestratorClient client, string typed, CancellationToken cancellationToken)
    {
        if (Guid.TryParseExact(typed, "D", out var whole))
        {
            return whole;
        }

        var (after, before) = TimesOf(typed);
        var query = new JobQuery(null, null, 100, null) { CreatedAfter = after, CreatedBefore = before };
        var found = new List<JobView>();
        for (var page = 0; page < MostPages && query is not null; page++)
        {
            var jobs = await client.ListAsync(query, cancellationToken);
            found.AddRange(jobs.Items.Where(job => job.JobId.ToString().StartsWith(typed, StringComparison.OrdinalIgnoreCase)));
            query = jobs.NextCursor is { } cursor ? query with { Cursor = cursor } : null;
        }

        return found switch
        {
            [var only] => only.JobId,
            [] => throw new CommandException(
                ExitCodes.BadInput, $"No job's id begins with {typed}. {ProgramName.With("jobs", "list")} shows the newest jobs."),
            _ => throw new CommandException(
                ExitCodes.BadInput,
                $"{found.Count} jobs' ids begin with {typed}; give more characters:\n{string.Join('\n', found.Take(MostListed).Select(Line))}"
                + (found.Count > MostListed ? "\n  ..." : string.Empty)),
        };
    }

    /// <summary>
    /// Each id as far as it is needed to tell it from the others, but never cut within its time: ids of one minute begin alike.
    /// </summary>
    public static Func<Guid, string> Shortener(IReadOnlyCollection<Guid> ids)
    {
        var length = TimeDigits + 1;
        while (length < Guid.Empty.ToString().Length && ids.Select(id => id.ToString()[..length]).Distinct().Count() < ids.Count)
        {
            length++;
        }

        return id => id.ToString()[..length];
    }

    private static bool IsBeginning(string text) =>
        text.Length is >= Shortest and <= 36 && text.Select((c, place) => place is 8 or 13 or 18 or 23 ? c == '-' : char.IsAsciiHexDigit(c)).All(fits => fits);

    private static string Line(JobView job) => $"  {job.JobId}  {TimestampText(job.CreatedAt)}  {job.Status}";

    private static string TimestampText(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// Our ids begin with the milliseconds of their time (RFC 9562, version 7), so that a beginning says when the job was made.
    /// </summary>
    private static (DateTimeOffset After, DateTimeOffset Before) TimesOf(string typed)
    {
        var digits = typed.Replace("-", string.Empty, StringComparison.Ordinal);
        digits = digits[..Math.Min(TimeDigits, digits.Length)];
        var first = long.Parse(digits.PadRight(TimeDigits, '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var last = long.Parse(digits.PadRight(TimeDigits, 'f'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Moment(first) - Margin, Moment(last) + Margin);

        static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, Earliest, Latest));
    }
}
