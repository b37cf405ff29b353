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
