using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Json;

namespace Reelwright.Api;

/// <summary>Which jobs <c>GET /jobs</c> shall list.</summary>
internal sealed record JobQuery(string? Status, string? Search, int Limit, string? Cursor)
{
    public DateTimeOffset? CreatedAfter { get; init; }

    public DateTimeOffset? CreatedBefore { get; init; }

    public string ToQueryString()
    {
        var query = QueryString.Create("limit", Limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (string Name, string? Value)[] filters = [("status", Status), ("q", Search), ("cursor", Cursor), ("created_after", Text(CreatedAfter)), ("created_before", Text(CreatedBefore))];
        foreach (var (name, value) in filters)
        {
            query = value is null ? query : query.Add(name, value);
        }

        return query.Value!;
    }

    private static string? Text(DateTimeOffset? moment) => moment is { } at ? TimestampConverter.ToText(at) : null;
}
