namespace Reelwright.Testing.Fakes;

/// <summary>
/// What a fake service keeps under a key, so that it gives the same answer when it is started again. Beside the book, which stays short.
/// </summary>
internal sealed record KeptAnswer
{
    public required string Service { get; init; }

    public required string? Job { get; init; }

    public required int Scene { get; init; }

    public required string? Key { get; init; }

    public required int Attempt { get; init; }

    public required decimal Cost { get; init; }

    public required bool Succeeds { get; init; }

    public required string Request { get; init; }

    /// <summary>The members of the envelope after <c>success</c>.</summary>
    public required string Envelope { get; init; }
}
