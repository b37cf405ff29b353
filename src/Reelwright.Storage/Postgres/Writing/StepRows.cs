using System.Globalization;
using System.Text;
using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A call of a step in its new state.</summary>
/// <param name="Delay">Seconds until it may be asked again. Moments travel as distances, so that only the database's clock counts.</param>
/// <param name="FreshFor">Seconds for which others may take its answer.</param>
/// <param name="AnswerDelay">Seconds for which its answer may still come.</param>
/// <param name="DoubtDelay">Seconds until only a further purchase can end its doubt.</param>
internal readonly record struct UpdateRow(long Token, LedgerCall Call, double? Delay, double? FreshFor, double? AnswerDelay, double? DoubtDelay);

/// <summary>A success of a step whose delivery turned out to be unusable.</summary>
internal readonly record struct VoidRow(StepWrite Write, CallId Call);

/// <summary>A call of a step that is to be begun: an intent, or one that is sent again.</summary>
/// <param name="Place">The step's in its batch.</param>
/// <param name="Lead">The first cache key among the step's intents; without one, and without a limit of the service, only the budget
/// decides.</param>
/// <param name="UpToHere">Its estimate and those of the step's intents before it.</param>
internal readonly record struct BeginRow(
    StepWrite Write, int Place, LedgerCall Call, bool IsAgain, string? Lead, decimal UpToHere, double? Delay, double? AnswerDelay, double? DoubtDelay);

/// <summary>A new call that is settled from the start: its answer came from another.</summary>
internal readonly record struct ReuseRow(long Token, LedgerCall Call, double? FreshFor);

/// <summary>An event of a step.</summary>
/// <param name="Behind">How many events of the step come after it.</param>
internal readonly record struct EventRow(StepWrite Write, JobEvent Event, int Behind);

/// <summary>What a step changes in the job's own row.</summary>
internal readonly record struct JobRow(StepWrite Write, int Place, double? Delay)
{
    public Guid Job => Write.Job.Value;

    public bool HasMoved => Write.Step.Progress is not null;

    public string? StagesCompleted => Write.Step.Progress is { } progress ? ToArrayLiteral(progress.Completed) : null;

    public JobFailure? Failure => Write.Step.Ending?.Failure;

    public string? Error => Failure is { } failure ? JsonSerializer.Serialize(failure, StorageJson.Default.JobFailure) : null;

    /// <summary>The column is plain text; the document is a JSON string.</summary>
    public string? ReferenceImageUrl => Document("reference_image_url") is { } json ? JsonSerializer.Deserialize(json, StorageJson.Default.String) : null;

    public string? ClipUrls => Document("clips") is { } json ? ToArrayLiteral(UrlsIn(json)) : null;

    public string? Redone => StepWarnings.Redone(Write.Step) is { } calls ? ToArrayLiteral(calls) : null;

    public string? Warnings => PostgresText.Storable(StepWarnings.Added(Write.Step));

    public string? Document(string name) => Write.Step.Documents.GetValueOrDefault(name);

    private static List<string?> UrlsIn(string clips)
    {
        var urls = new List<string?>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(clips));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 2 && json.ValueTextEquals("video_url"u8) && json.Read())
            {
                urls.Add(json.TokenType == JsonTokenType.String ? PostgresText.Storable(json.GetString()) : null);
            }
        }

        return urls;
    }

    /// <summary>An array inside an array of parameters: PostgreSQL's own has no rows of different lengths, so it travels as text.</summary>
    private static string ToArrayLiteral(IEnumerable<string?> items) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{{string.Join(',', items.Select(item => item is null ? "NULL" : $"\"{item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}");
}
