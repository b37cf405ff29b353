using System.Text;

namespace Reelwright.Testing.Wire;

/// <summary>A request as it came over a socket.</summary>
public sealed record RawRequest
{
    public required string Method { get; init; }

    /// <summary>Path without query.</summary>
    public required string Path { get; init; }

    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
