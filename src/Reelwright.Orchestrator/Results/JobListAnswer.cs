using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// A page of jobs as a 200 that is read and written part by part, so that memory holds few jobs at a time. The first part is read before
/// the answer begins; until then an exception can become a problem.
/// </summary>
internal sealed class JobListAnswer : IResult
{
    private const int LargestPart = 25;
    private const int BytesBeforeFlush = 16 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly IJobReader jobs;
    private readonly JobWriter writer;
    private readonly JobFilter filter;
    private IReadOnlyList<JobRecord> part;

    private JobListAnswer(IJobReader jobs, JobWriter writer, JobFilter filter, IReadOnlyList<JobRecord> first)
    {
        this.jobs = jobs;
        this.writer = writer;
        this.filter = filter;
        part = first;
    }

    public static async Task<JobListAnswer> StartAsync(IJobReader jobs, JobWriter writer, JobFilter filter, CancellationToken cancellationToken) =>
        new(jobs, writer, filter, await jobs.ListAsync(filter with { Limit = SizeOfPart(filter.Limit) }, cancellationToken));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellationToken) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartArray("items");
        var left = filter.Limit;
        var flushed = 0L;
        JobRecord? last = null;
        var hasMore = false;
        while (part.Count > 0)
        {
            var asked = SizeOfPart(left);
            hasMore = part.Count > left;
            foreach (var job in part.Take(left))
            {
                writer.Write(json, job);
                left--;
                last = job;
                json.Flush();
                if (json.BytesCommitted - flushed >= BytesBeforeFlush)
                {
                    await response.BodyWriter.FlushAsync(cancellationToken);
                    flushed = json.BytesCommitted;
                }
            }

            part = hasMore || part.Count < asked ? [] : await NextAsync(last!, left, cancellationToken);
        }

        json.WriteEndArray();
        json.WriteString("next_cursor", hasMore ? PageCursor.ToText(last!) : null);
        json.WriteEndObject();
    }

    private Task<IReadOnlyList<JobRecord>> NextAsync(JobRecord last, int left, CancellationToken cancellationToken) =>
        jobs.ListAsync(filter with { After = new JobCursor(last.CreatedAt, last.Id), Limit = SizeOfPart(left) }, cancellationToken);

    /// <summary>One more than is left tells whether there is a next page.</summary>
    private static int SizeOfPart(int left) => Math.Min(LargestPart, left + 1);
}
