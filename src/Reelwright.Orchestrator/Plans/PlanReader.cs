using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Reads the answer of a foreign parser into records. The scenes were checked before.</summary>
internal static class PlanReader
{
    public static ParseResult Read(JsonElement raw, PlanChanges changes)
    {
        var plan = new ForeignObject(raw, string.Empty, changes);
        return new ParseResult
        {
            Scenes = [.. plan.Take("scenes").EnumerateArray().Select((scene, index) => ReadScene(scene, index, changes))],
            VisualDirection = ReadLook(plan.Take("visual_direction"), changes),
            Audio = ReadAudio(plan.Take("audio"), changes),
            TextOverlays = OverlayReader.Read(plan.Take("text_overlays"), changes),
            CallToAction = plan.Copy("call_to_action", RequestRules.Words),
            More = plan.Rest(),
        };
    }

    private static Scene ReadScene(JsonElement raw, int index, PlanChanges changes)
    {
        var scene = new ForeignObject(raw, $"scenes[{index}]", changes, index);

        // The order and the durations of the scenes decide; these are computed from them.
        foreach (var computed in new[] { "index", "start_time", "end_time" })
        {
            scene.Take(computed);
        }

        return new Scene
        {
            Prompt = PlanText.Clean(scene.Take("prompt").GetString()!),
            Duration = scene.Take("duration").GetDecimal(),
            Role = scene.Words("role"),
            Title = scene.Copy("title"),
            Camera = scene.Words("camera"),
            Transition = scene.Words("transition"),
            OnScreenText = scene.Copy("on_screen_text"),
            Voiceover = scene.Copy("voiceover"),
            More = scene.Rest(),
        };
    }

    private static VisualDirection? ReadLook(JsonElement raw, PlanChanges changes)
    {
        if (!IsObjectOrText(raw, "visual_direction", changes))
        {
            return null;
        }

        if (raw.ValueKind == JsonValueKind.String)
        {
            return new ForeignObject(Wrap("style", raw), "visual_direction", changes).Words("style") is { } style ? new VisualDirection { Style = style } : null;
        }

        var look = new ForeignObject(raw, "visual_direction", changes);
        return new VisualDirection
        {
            Style = look.Words("style"),
            Mood = look.Words("mood"),
            Lighting = look.Words("lighting"),
            Palette = PaletteReader.Read(look, changes),
            Subject = look.Copy("subject", RequestRules.Words),
            Motif = look.Words("motif"),
            More = look.Rest(),
        };
    }

    private static AudioPlan? ReadAudio(JsonElement raw, PlanChanges changes)
    {
        if (!IsObjectOrText(raw, "audio", changes))
        {
            return null;
        }

        if (raw.ValueKind == JsonValueKind.String)
        {
            return ReadMusic(raw, changes) is { } only ? new AudioPlan { Music = only } : null;
        }

        var audio = new ForeignObject(raw, "audio", changes);
        return new AudioPlan
        {
            Music = ReadMusic(audio.Take("music"), changes),
            Voiceover = ReadVoice(audio.Take("voiceover"), changes),
            More = audio.Rest(),
        };
    }

    private static MusicPlan? ReadMusic(JsonElement raw, PlanChanges changes)
    {
        if (!IsObjectOrText(raw, "audio.music", changes))
        {
            return null;
        }

        if (raw.ValueKind == JsonValueKind.String)
        {
            return new ForeignObject(Wrap("mood", raw), "audio.music", changes).Words("mood") is { } mood ? new MusicPlan { Mood = mood } : null;
        }

        var music = new ForeignObject(raw, "audio.music", changes);
        return new MusicPlan
        {
            Mood = music.Words("mood"),
            TempoBpm = music.Number("tempo_bpm", RequestRules.Tempo) is { } tempo ? (int)Math.Round(tempo, MidpointRounding.AwayFromZero) : null,
            Url = music.Url("url"),
            More = music.Rest(),
        };
    }

    private static VoiceoverPlan? ReadVoice(JsonElement raw, PlanChanges changes)
    {
        if (raw.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new VoiceoverPlan { Enabled = raw.ValueKind == JsonValueKind.True };
        }

        if (!IsObjectOrText(raw, "audio.voiceover", changes))
        {
            return null;
        }

        if (raw.ValueKind == JsonValueKind.String)
        {
            return new ForeignObject(Wrap("script", raw), "audio.voiceover", changes).Copy("script") is { } script ? new VoiceoverPlan { Script = script } : null;
        }

        var voice = new ForeignObject(raw, "audio.voiceover", changes);
        return new VoiceoverPlan
        {
            Enabled = voice.Flag("enabled"),
            Voice = voice.Words("voice"),
            Script = voice.Copy("script"),
            More = voice.Rest(),
        };
    }

    // Reports a value of any other kind as left out; a missing member is no fault.
    private static bool IsObjectOrText(JsonElement raw, string path, PlanChanges changes)
    {
        if (raw.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            return true;
        }

        if (raw.ValueKind != JsonValueKind.Undefined)
        {
            changes.LeaveOut(path, raw, "an object", scene: null);
        }

        return false;
    }

    // A text stands for the main member of the object that is expected in its place.
    private static JsonElement Wrap(string name, JsonElement text) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [name] = text }, PlanJson.Default.DictionaryStringJsonElement);
}
