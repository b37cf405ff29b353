namespace Reelwright.Doctor;

internal enum Verdict
{
    Ok,
    Warning,
    Failure,
}

/// <summary>What a check found.</summary>
/// <param name="Cure">How to mend it; null when all is well.</param>
internal sealed record Finding(Verdict Verdict, string What, string Detail, string? Cure = null)
{
    public static Finding Ok(string what, string detail) => new(Verdict.Ok, what, detail);

    public static Finding Warn(string what, string detail, string cure) => new(Verdict.Warning, what, detail, cure);

    public static Finding Fail(string what, string detail, string cure) => new(Verdict.Failure, what, detail, cure);
}
