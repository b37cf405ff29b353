namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// PostgreSQL's text holds neither U+0000 nor half a surrogate pair. What services say in error messages may have both, and a job must be
/// able to fail with any message.
/// </summary>
internal static class PostgresText
{
    private const char Replacement = '\uFFFD';

    public static string? Storable(string? text) => text is null || IsStorable(text) ? text : Replace(text);

    private static bool IsStorable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0'))
        {
            return true;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Replace(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (char.IsHighSurrogate(source[i]) && i + 1 < span.Length && char.IsLowSurrogate(source[i + 1]))
            {
                (span[i], span[i + 1]) = (source[i], source[i + 1]);
                i++;
            }
            else
            {
                span[i] = source[i] == '\0' || char.IsSurrogate(source[i]) ? Replacement : source[i];
            }
        }
    });
}
