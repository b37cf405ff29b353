namespace Reelwright.Media.Ffmpeg;

/// <summary>A program that films need is not on this machine.</summary>
/// <param name="problem">What was looked for and where, without a full stop.</param>
/// <param name="cure">How to get it, a sentence.</param>
public sealed class MissingToolException(string problem, string cure) : Exception($"{problem}. {cure}")
{
    public string Problem => problem;

    public string Cure => cure;
}
