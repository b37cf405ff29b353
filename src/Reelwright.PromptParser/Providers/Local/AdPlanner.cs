using System.Diagnostics.CodeAnalysis;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Copy;
using Reelwright.PromptParser.Providers.Local.Look;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local;

/// <summary>
/// Plans an ad without a model: (1) understands the prompt, (2) lays out the story, (3) chooses how it looks, (4) writes the copy, (5) puts all on the timeline.
/// Pure: the same request always gives the same plan.
/// </summary>
public sealed class AdPlanner
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "It is registered as a service and called as one.")]
    public ParseResult Plan(ParseRequest request)
    {
        // 1
        var brief = BriefReader.Read(request);

        // 2
        var beats = StoryStructure.Make(request.Duration, brief.Features.Count + brief.Attributes.Count, brief.Seed);

        // 3
        var manner = ArtDirector.Direct(brief);
        var look = LookMaker.Make(brief, manner, request);

        // 4
        var copy = CopyWriter.Write(brief, beats);

        // 5
        return new ParseResult
        {
            Scenes = [.. beats.Select(beat => SceneOf(beat, beats, copy, brief, look, manner, request.AspectRatio))],
            VisualDirection = look,
            Audio = AudioOf(request.Options, manner, copy, brief.Language),
            TextOverlays = OverlayMaker.Make(beats, copy),
            CallToAction = copy.Button,
        };
    }

    private static Scene SceneOf(StoryBeat beat, IReadOnlyList<StoryBeat> beats, AdCopy copy, AdBrief brief, VisualDirection look, Manner manner, string aspectRatio)
    {
        var camera = Choreography.CameraOf(beat, beats, brief.Seed);
        var words = copy.Scenes[beat.Index];
        return new Scene
        {
            Index = beat.Index,
            Role = beat.Role,
            Title = words.Title,
            Prompt = ScenePrompts.Of(beat, camera, brief, look, aspectRatio),
            Duration = beat.Duration,
            StartTime = beat.Start,
            EndTime = beat.End,
            Camera = camera,
            Transition = Choreography.TransitionOf(beat, beats, manner, brief.Seed),
            OnScreenText = words.Headline,
            Voiceover = words.Voiceover,
        };
    }

    private static AudioPlan AudioOf(AdOptions? options, Manner manner, AdCopy copy, string language)
    {
        var mood = MusicMoods.All.Append(MusicMoods.Off).FirstOrDefault(known => known == options?.Music) ?? manner.Music;
        var between = language is "ja" or "zh" or "th" ? "" : " ";
        return new AudioPlan
        {
            Music = new MusicPlan { Mood = mood, TempoBpm = mood == MusicMoods.Off ? null : manner.TempoBpm },
            Voiceover = new VoiceoverPlan { Enabled = options?.Voiceover ?? false, Voice = language, Script = string.Join(between, copy.Scenes.Select(scene => scene.Voiceover)) },
        };
    }
}
