namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>The URLs of one service at one address. An operation is stored as a path below it.</summary>
internal sealed class ServiceAddressing
{
    private const int MaxIdLength = 200;
    private readonly Uri authority;
    private readonly string root;

    public ServiceAddressing(string url)
    {
        root = url.TrimEnd('/');
        authority = new Uri(new Uri(root, UriKind.Absolute).GetLeftPart(UriPartial.Authority), UriKind.Absolute);
    }

    public string Authority => authority.Authority;

    public Uri At(string path) => new(root + path, UriKind.Absolute);

    public Uri Lookup(string idempotencyKey) => At($"/operations?key={Uri.EscapeDataString(idempotencyKey)}");

    /// <summary>
    /// The URL of a stored operation. It is not resolved as a reference, because a path that begins with two slashes would lead to another
    /// host.
    /// </summary>
    public Uri Operation(string operation) =>
        new($"{authority.GetLeftPart(UriPartial.Authority)}/{operation.TrimStart('/')}", UriKind.Absolute);

    /// <summary>The path of an operation by its id; null for an id that would lead elsewhere.</summary>
    public string? ById(string? id) => id is { Length: > 0 and <= MaxIdLength } and not "." and not ".."
        ? At($"/operations/{Uri.EscapeDataString(id)}").PathAndQuery
        : null;

    /// <summary>
    /// The path in a <c>Location</c> header; null when it leads to another address, or back to the request itself. An id that is not part
    /// of the path is added as a fragment, which is never sent, so that polls can be checked for it.
    /// </summary>
    public string? ByLocation(string? location, string requestPath, string? id)
    {
        if (string.IsNullOrWhiteSpace(location)
            || !Uri.TryCreate(At(requestPath), location, out var url)
            || !IsHere(url)
            || url.PathAndQuery == At(requestPath).PathAndQuery)
        {
            return null;
        }

        return id is null or { Length: > MaxIdLength } || Names(url.PathAndQuery, id)
            ? url.PathAndQuery
            : $"{url.PathAndQuery}#{Uri.EscapeDataString(id)}";
    }

    /// <summary>Whether an operation's path contains this id.</summary>
    public static bool Names(string operation, string id) =>
        operation.Split('/', '?', '=', '&', '#').Any(part => string.Equals(Uri.UnescapeDataString(part), id, StringComparison.Ordinal));

    private bool IsHere(Uri url) =>
        url.Scheme == authority.Scheme
        && url.Port == authority.Port
        && string.Equals(url.IdnHost, authority.IdnHost, StringComparison.OrdinalIgnoreCase);
}
