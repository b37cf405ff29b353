using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Collects the changes that were made to a plan, as warnings for the job's owner.</summary>
internal sealed class PlanChanges
{
    public const string MemberLeftOut = "PLAN_MEMBER_LEFT_OUT";
    public const string ValueChanged = "PLAN_VALUE_CHANGED";
    public const string TextCut = "TEXT_CUT";
    public const string OverlayLeftOut = "OVERLAY_LEFT_OUT";
    public const string OverlayTimeChanged = "OVERLAY_TIME_CHANGED";
    public const string SceneStretched = "SCENE_STRETCHED";

    private const int MostWarnings = 50;
    private const int LongestExcerpt = 80;

    private readonly List<StageWarning> warnings = [];
    private int omitted;

    public IReadOnlyList<StageWarning> Warnings =>
        omitted == 0 ? warnings : [.. warnings, new StageWarning(ValueChanged, $"The plan needed {omitted} more changes, which are not listed.")];

    public void Add(string code, string message, int? scene)
    {
        if (warnings.Count < MostWarnings)
        {
            warnings.Add(new StageWarning(code, message, scene));
        }
        else
        {
            omitted++;
        }
    }

    public void LeaveOut(string path, JsonElement value, string expected, int? scene) =>
        Add(MemberLeftOut, $"\"{path}\" of the plan was left out: it is {Excerpt(value)}, but must be {expected}.", scene);

    /// <summary>A JSON value for a message, on one line and not too long.</summary>
    public static string Excerpt(JsonElement value) => Excerpt(value.GetRawText());

    public static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return PlanText.LengthOf(line) > LongestExcerpt ? $"{PlanText.Cut(line, LongestExcerpt)}" : line;
    }
}
