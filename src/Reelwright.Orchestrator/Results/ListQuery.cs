using System.Globalization;
using Microsoft.AspNetCore.Http;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// Reads the query of <c>GET /jobs</c>. An unknown or invalid filter is refused by name, because ignoring it would return misleading
/// results.
/// </summary>
internal static class ListQuery
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
    public const int MaxSearch = 500;

    private static readonly string[] MomentFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static IReadOnlyList<string> Names { get; } = ["status", "created_after", "created_before", "q", "limit", "cursor"];

    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<JobState>().Select(state => state.ToWord())];

    /// <summary>Null when there are errors.</summary>
    public static JobFilter? Read(IQueryCollection query, string owner, InputErrors errors)
    {
        foreach (var (name, values) in query)
        {
            if (!Names.Contains(name))
            {
                errors.Add(name, $"is not a known filter; there are {string.Join(", ", Names)}");
            }
            else if (values.Count > 1)
            {
                errors.Add(name, "is given more than once");
            }
        }

        var filter = new JobFilter
        {
            Owner = owner,
            State = State(query, errors),
            CreatedAfter = Moment(query, "created_after", errors),
            CreatedBefore = Moment(query, "created_before", errors),
            PromptContains = Search(query, errors),
            Limit = Limit(query, errors),
            After = Cursor(query, errors),
        };
        return errors.Any ? null : filter;
    }

    private static JobState? State(IQueryCollection query, InputErrors errors)
    {
        if (Value(query, "status") is not { } word)
        {
            return null;
        }

        if (JobStates.TryParse(word, out var state))
        {
            return state;
        }

        errors.Add("status", $"must be one of {string.Join(", ", States)}");
        return null;
    }

    private static DateTimeOffset? Moment(IQueryCollection query, string name, InputErrors errors)
    {
        if (Value(query, name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        errors.Add(name, "must be a moment such as 2025-11-14T10:30:00Z, or a day such as 2025-11-14 (write a + in an offset as %2B)");
        return null;
    }

    private static string? Search(IQueryCollection query, InputErrors errors)
    {
        if (Value(query, "q") is not { Length: > 0 } text)
        {
            return null;
        }

        if (InvisibleText.CountVisible(text) > 0 && InputText.Length(text) <= MaxSearch && !text.Any(char.IsControl))
        {
            return text;
        }

        errors.Add("q", $"must be a text of 1 to {MaxSearch} characters, not all of them invisible, without control characters");
        return null;
    }

    private static int Limit(IQueryCollection query, InputErrors errors)
    {
        if (Value(query, "limit") is not { } text)
        {
            return DefaultLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
        {
            return limit;
        }

        errors.Add("limit", $"must be a whole number from 1 to {MaxLimit}");
        return DefaultLimit;
    }

    private static JobCursor? Cursor(IQueryCollection query, InputErrors errors)
    {
        if (Value(query, "cursor") is not { } text)
        {
            return null;
        }

        if (PageCursor.Parse(text) is { } cursor)
        {
            return cursor;
        }

        errors.Add("cursor", "must be the next_cursor of an earlier page, as it came");
        return null;
    }

    private static string? Value(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[0] : null;
}
