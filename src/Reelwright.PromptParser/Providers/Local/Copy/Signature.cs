using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Puts the name of the product to a line: in front while the film shows it, behind where it is the answer or the last word.</summary>
internal static class Signature
{
    private const string Label = "{label}";

    public static string On(string line, string role, string language)
    {
        var (stop, space) = language switch { "ja" or "zh" => ("。", ""), "hi" => ("।", " "), "th" => ("", " "), _ => (".", " ") };
        if (role is SceneRoles.Hook or SceneRoles.Product)
        {
            return Label + stop + space + line;
        }

        var isClosed = line[^1] is '.' or '!' or '?' or '。' or '।' or '؟' or '？' or '！';
        return line + (isClosed ? "" : stop) + space + Label + stop;
    }
}
