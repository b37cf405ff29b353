using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Reelwright.MediaFiles;

/// <summary>
/// The name of a file in the media store, such as <c>jobs/{job}/films/{hash}/film.mp4</c>: segments of letters, digits,
/// <c>.</c>, <c>_</c> and <c>-</c> that start with a letter, a digit or <c>_</c>. So a key can not leave the store, name a hidden file or
/// be absolute.
/// </summary>
public readonly partial record struct MediaKey
{
    private const int MaxLength = 512;

    private readonly string? value;

    private MediaKey(string value) => this.value = value;

    public string Value => value ?? throw new InvalidOperationException("This media key has no value.");

    /// <summary>The last segment.</summary>
    public string FileName => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>With its dot and in lower case: <c>.mp4</c>; empty when there is none.</summary>
    public string Extension => Path.GetExtension(FileName).ToLowerInvariant();

    /// <exception cref="FormatException">The text is not a key.</exception>
    public static MediaKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not a media key. A key looks like jobs/{{job}}/clips/{{hash}}.mp4.");

    public static bool TryParse([NotNullWhen(true)] string? text, out MediaKey key)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && Shape().IsMatch(text);
        key = valid ? new MediaKey(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? string.Empty;

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,127}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,127})*\z")]
    private static partial Regex Shape();
}
