namespace Reelwright.Serving;

/// <summary>A server that answers.</summary>
/// <param name="Remark">Which one it is, for the person who did not choose it.</param>
/// <param name="IsElsewhere">Its jobs and films are not in this command's data folder, and it was not named.</param>
/// <param name="IsTemporary">Another command started it; it stops when no command uses it.</param>
internal sealed record FoundServer(Uri Url, string Remark, bool IsElsewhere = false, bool IsTemporary = false);
