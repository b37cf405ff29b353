using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Reelwright.Hosting.Web;

/// <summary>The <c>X-Job-Id</c> header. It becomes part of folder names and log lines, so only a plain word is accepted.</summary>
public static partial class JobId
{
    public const string Header = "X-Job-Id";

    /// <summary>Null when the header is missing or not 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string? Read(HttpRequest request) =>
        request.Headers[Header] is [{ } value] && Shape().IsMatch(value) ? value : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex Shape();
}
