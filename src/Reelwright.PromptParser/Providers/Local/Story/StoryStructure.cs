using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Story;

/// <summary>
/// Hook, problem, product, proof, call to action: how many scenes a film of a given length has, and what each does.
/// People decide in the first three seconds, so the hook is short, and the last scene stays long enough to be read.
/// </summary>
internal static class StoryStructure
{
    private static readonly string[][] Structures =
    [
        [SceneRoles.Hook, SceneRoles.Product, SceneRoles.CallToAction],
        [SceneRoles.Hook, SceneRoles.Problem, SceneRoles.Product, SceneRoles.CallToAction],
        [SceneRoles.Hook, SceneRoles.Problem, SceneRoles.Product, SceneRoles.Proof, SceneRoles.CallToAction],
        [SceneRoles.Hook, SceneRoles.Problem, SceneRoles.Product, SceneRoles.Product, SceneRoles.Proof, SceneRoles.CallToAction],
        [SceneRoles.Hook, SceneRoles.Problem, SceneRoles.Product, SceneRoles.Product, SceneRoles.Proof, SceneRoles.Proof, SceneRoles.CallToAction],
        [SceneRoles.Hook, SceneRoles.Problem, SceneRoles.Product, SceneRoles.Product, SceneRoles.Proof, SceneRoles.Product, SceneRoles.Proof, SceneRoles.CallToAction],
    ];

    /// <summary>The beats of a film; their durations sum to <paramref name="duration"/> exactly.</summary>
    /// <param name="duration">Seconds.</param>
    /// <param name="factCount">How much the prompt says: more facts fill more scenes.</param>
    /// <param name="seed">Decides where both counts would do.</param>
    public static IReadOnlyList<StoryBeat> Make(decimal duration, int factCount, ulong seed)
    {
        var roles = Structures[SceneCount(duration, factCount, seed) - 3];
        var lengths = SceneTiming.Lengths(duration, roles, seed);
        var beats = new List<StoryBeat>(roles.Length);
        var start = 0m;
        for (var index = 0; index < roles.Length; index++)
        {
            beats.Add(new StoryBeat(index, roles[index], start, lengths[index]));
            start += lengths[index];
        }

        return beats;
    }

    private static int SceneCount(decimal duration, int factCount, ulong seed)
    {
        var (fewest, most) = duration switch
        {
            < 13 => (3, 3),
            < 20 => (4, 4),
            < 26 => (4, 5),
            < 38 => (5, 6),
            < 44 => (6, 7),
            < 54 => (7, 7),
            _ => (8, 8),
        };
        return fewest == most || factCount >= 3 || (factCount > 0 && seed % 2 == 0) ? most : fewest;
    }
}
