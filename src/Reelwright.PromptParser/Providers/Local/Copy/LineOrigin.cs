namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Whether a line takes words from the prompt, and so belongs to this prompt alone.</summary>
internal enum LineOrigin
{
    Any,
    Woven,
    Plain,
}
