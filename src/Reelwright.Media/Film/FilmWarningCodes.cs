namespace Reelwright.Media.Film;

/// <summary>What a warning is about. docs/operations.md lists them.</summary>
public static class FilmWarningCodes
{
    public const string TextCut = "TEXT_CUT";
    public const string TextLeftOut = "TEXT_LEFT_OUT";
    public const string GlyphsMissing = "GLYPHS_MISSING";
    public const string EmojiLeftOut = "EMOJI_LEFT_OUT";
    public const string CaptionsCut = "CAPTIONS_CUT";
    public const string CaptionsLeftOut = "CAPTIONS_LEFT_OUT";
    public const string VoiceCut = "VOICE_CUT";
    public const string VoiceLeftOut = "VOICE_LEFT_OUT";
    public const string LogoLeftOut = "LOGO_LEFT_OUT";
    public const string MusicLeftOut = "MUSIC_LEFT_OUT";
    public const string PreviewLeftOut = "PREVIEW_LEFT_OUT";
    public const string ClipFlawed = "CLIP_FLAWED";
}
