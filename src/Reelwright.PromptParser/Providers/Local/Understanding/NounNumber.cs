namespace Reelwright.PromptParser.Providers.Local.Understanding;

internal enum NounNumber
{
    Singular,
    Plural,
    Mass,
}
