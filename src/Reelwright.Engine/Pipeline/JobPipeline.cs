namespace Reelwright.Engine.Pipeline;

/// <summary>The stages of a job in their order.</summary>
public sealed class JobPipeline(IReadOnlyList<Stage> stages)
{
    public IReadOnlyList<Stage> Stages { get; } = stages;

    /// <summary>The first stage that is not completed, or null when all are.</summary>
    public Stage? After(IReadOnlyList<string> completed) => Stages.FirstOrDefault(stage => !completed.Contains(stage.Name));

    /// <summary>Percentage with <paramref name="done"/> of <paramref name="calls"/> calls of a stage done.</summary>
    public int Percentage(Stage stage, int done, int calls)
    {
        var before = 0;
        foreach (var earlier in Stages)
        {
            if (earlier == stage)
            {
                break;
            }

            before = earlier.ProgressAfter;
        }

        return calls == 0 ? before : before + ((stage.ProgressAfter - before) * done / calls);
    }
}
