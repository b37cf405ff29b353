using Microsoft.AspNetCore.Http;

namespace Reelwright.Api;

/// <summary>Which jobs <c>GET /jobs</c> shall list.</summary>
internal sealed record JobQuery(string? Status, string? Search, int Limit, string? Cursor)
{
    public string ToQueryString()
    {
        var query = QueryString.Create("limit", Limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (string Name, string? Value)[] filters = [("status", Status), ("q", Search), ("cursor", Cursor)];
        foreach (var (name, value) in filters)
        {
            query = value is null ? query : query.Add(name, value);
        }

        return query.Value!;
    }
}
