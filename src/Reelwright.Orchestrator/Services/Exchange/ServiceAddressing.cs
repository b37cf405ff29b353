namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>The URLs of one service. An operation is kept as a path, so that it is still found when the service has moved.</summary>
internal sealed class ServiceAddressing
{
    private const int MaxIdLength = 200;
    private readonly Uri origin;
    private readonly string root;

    public ServiceAddressing(string url)
    {
        root = url.TrimEnd('/');
        origin = new Uri(new Uri(root, UriKind.Absolute).GetLeftPart(UriPartial.Authority), UriKind.Absolute);
    }

    public string Authority => origin.Authority;

    public Uri At(string path) => new(root + path, UriKind.Absolute);

    public Uri Lookup(string idempotencyKey) => At($"/operations?key={Uri.EscapeDataString(idempotencyKey)}");

    /// <summary>Where a stored operation is. Not by resolving it as a reference: a path that begins with two slashes would lead to another host.</summary>
    public Uri Operation(string operation) => new($"{origin.GetLeftPart(UriPartial.Authority)}/{operation.TrimStart('/')}", UriKind.Absolute);

    /// <summary>The path of an operation by its id; null for an id that would lead elsewhere.</summary>
    public string? ById(string? id) => id is { Length: > 0 and <= MaxIdLength } and not "." and not ".."
        ? At($"/operations/{Uri.EscapeDataString(id)}").PathAndQuery
        : null;

    /// <summary>The path that a <c>Location</c> header names; null when it leads to somebody else.</summary>
    public string? ByLocation(string? location, string requestPath) =>
        !string.IsNullOrWhiteSpace(location) && Uri.TryCreate(At(requestPath), location, out var url) && IsOurs(url) ? url.PathAndQuery : null;

    /// <summary>Whether an operation's path speaks of this id.</summary>
    public static bool Names(string operation, string id) =>
        operation.Split('/', '?', '=', '&').Any(part => string.Equals(Uri.UnescapeDataString(part), id, StringComparison.Ordinal));

    private bool IsOurs(Uri url) =>
        url.Scheme == origin.Scheme && url.Port == origin.Port && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);
}
