using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Gives each scene a camera move that serves its role and differs from the one before, and a way to the next scene.</summary>
internal static class Choreography
{
    public static string CameraOf(StoryBeat beat, IReadOnlyList<StoryBeat> beats, ulong seed)
    {
        var choices = ChoicesOf(beat.Role);
        // The product is seen from near once in every film; the other roles vary with the prompt.
        var start = beat.Role == SceneRoles.Product ? 0 : (int)(StableHash.Mix(seed, "camera " + beat.Role) % (ulong)choices.Length);
        var sameRoleBefore = beats.Count(other => other.Index < beat.Index && other.Role == beat.Role);
        var camera = choices[(start + sameRoleBefore) % choices.Length];
        var before = beat.Index == 0 ? null : CameraOf(beats[beat.Index - 1], beats, seed);
        return camera == before ? choices[(start + sameRoleBefore + 1) % choices.Length] : camera;
    }

    /// <summary>All scenes show the same product, and a cross-fade would show it twice: they push, or cut.</summary>
    public static string TransitionOf(StoryBeat beat, IReadOnlyList<StoryBeat> beats, Manner manner, ulong seed)
    {
        if (beat.Index == beats.Count - 1)
        {
            return Transitions.Cut;
        }

        if (beats[beat.Index + 1].Role == SceneRoles.CallToAction)
        {
            return Transitions.PushUp;
        }

        var isFast = manner.TempoBpm >= 108;
        string[] cycle = isFast
            ? [Transitions.PushLeft, Transitions.PushUp, Transitions.Cut, Transitions.PushLeft]
            : [Transitions.PushUp, Transitions.PushLeft, Transitions.Cut, Transitions.PushLeft];
        var turn = (int)(StableHash.Mix(seed, "transition") % 2) * 2;
        return cycle[(beat.Index + turn) % cycle.Length];
    }

    private static string[] ChoicesOf(string role) => role switch
    {
        SceneRoles.Hook => [Cameras.PushIn, Cameras.Orbit, Cameras.PullOut],
        SceneRoles.Problem => [Cameras.PanLeft, Cameras.PanRight, Cameras.PullOut],
        SceneRoles.Product => [Cameras.CloseUp, Cameras.Orbit, Cameras.PushIn],
        SceneRoles.Proof => [Cameras.Orbit, Cameras.PanRight, Cameras.PullOut],
        _ => [Cameras.PullOut, Cameras.Static],
    };
}
