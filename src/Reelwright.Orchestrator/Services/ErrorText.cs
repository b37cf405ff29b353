using System.Text;
using System.Text.RegularExpressions;

namespace Reelwright.Orchestrator.Services;

/// <summary>
/// Makes a text of a service fit for errors, logs and the database: short, on one line, valid Unicode, and without secrets (our token,
/// bearer tokens, passwords in URLs, and the queries of URLs, which contain signatures).
/// </summary>
internal sealed partial class ErrorText(string? secret)
{
    private const int MaxLength = 300;
    private const string Hidden = "***";

    public string Clean(string received) => Clean(received, MaxLength);

    public string Clean(string received, int maxLength)
    {
        var text = string.IsNullOrEmpty(secret) ? received : received.Replace(secret, Hidden, StringComparison.Ordinal);
        text = BearerToken().Replace(text, "Bearer " + Hidden);
        text = UserInfo().Replace(text, "://" + Hidden + "@");
        text = UrlQuery().Replace(text, "?" + Hidden);
        return Clip(text, maxLength);
    }

    private static string Clip(string text, int maxLength)
    {
        var line = new StringBuilder();
        var blank = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (isBlank && blank)
            {
                continue;
            }

            if (line.Length >= maxLength)
            {
                return line.Append("...").ToString();
            }

            blank = isBlank;
            line.Append(isBlank ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\bBearer\s+[^\s""',;<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BearerToken();

    [GeneratedRegex(@"://[^\s/@""'<>]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(?<=://[^\s?""'<>]{1,2000})\?[^\s""'<>]*", RegexOptions.CultureInvariant)]
    private static partial Regex UrlQuery();
}
