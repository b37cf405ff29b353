using System.ComponentModel.DataAnnotations;
using Reelwright.Storage.Postgres;

namespace Reelwright.Orchestrator;

/// <summary>Section <c>Reelwright:Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    /// <summary>The SQLite database in the data folder.</summary>
    internal const string FileName = "reelwright.db";

    /// <summary>
    /// Where jobs are kept (<c>DATABASE_URL</c>): a PostgreSQL database, in any spelling of <see cref="DatabaseUrl"/>. Without it, a file
    /// in the data folder.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>
    /// How long a request that changes something waits for a PostgreSQL server that answers nothing at all, before it gets 503. Longer on
    /// machines so busy that a trivial query takes that long.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(0.7);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is { } url && Fault(url) is { } fault)
        {
            yield return new ValidationResult(fault, [nameof(Url)]);
        }
    }

    private static string? Fault(string url)
    {
        try
        {
            DatabaseUrl.Parse(url);
            return null;
        }
        catch (InvalidDatabaseUrlException wrong)
        {
            return wrong.Message;
        }
    }
}
