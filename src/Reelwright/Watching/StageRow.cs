using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>How one stage stands, out of a job.</summary>
internal sealed record StageRow(string Stage, string Word, StageRow.Standing State, decimal Cost, int ClipsDone, int Clips)
{
    public enum Standing
    {
        Waiting,
        Running,
        Done,
        Stopped,
    }

    public static IEnumerable<StageRow> Of(JobView job)
    {
        var done = job.Progress.StagesCompleted;
        foreach (var (stage, word) in StageWords.InOrder)
        {
            var state = done.Contains(stage) ? Standing.Done
                : stage != job.Progress.CurrentStage ? Standing.Waiting
                : job.Status is "failed" or "cancelled" ? Standing.Stopped
                : Standing.Running;
            var clips = stage == StageWords.Clips ? job.Assets.Clips : [];
            yield return new StageRow(stage, word, state, CostOf(job.Cost, stage), clips.Count(clip => clip.Status == "succeeded"), clips.Count);
        }
    }

    private static decimal CostOf(JobCost cost, string stage) => stage switch
    {
        "prompt_parsing" => cost.PromptParsing,
        "image_generation" => cost.ImageGeneration,
        StageWords.Clips => cost.VideoGeneration,
        "composition" => cost.Composition,
        _ => 0,
    };
}
