using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Makes a job of a request that is in order. When this returns, the job is committed and will end in a terminal state, whatever happens.</summary>
internal sealed partial class AdIntake(
    IJobStore store, IClusterSignals signals, IOptions<AdsOptions> options, TimeProvider time, ILogger<AdIntake> logger)
{
    public async Task<(JobId Job, CreateOutcome Outcome)> CreateAsync(
        string owner, GenerateAdRequest request, string? idempotencyKey, decimal estimatedCost, CancellationToken cancellationToken)
    {
        // The request is complete and in a fixed order, so equal wishes have equal bytes.
        var canonical = JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Wire.GenerateAdRequest);
        var job = new NewJob
        {
            Id = JobId.New(time),
            Owner = owner,
            Prompt = request.Prompt,
            Duration = request.Duration,
            AspectRatio = request.AspectRatio,
            BrandGuidelines = JsonSerializer.Serialize(request.BrandGuidelines!, WireJson.Wire.BrandGuidelines),
            Request = System.Text.Encoding.UTF8.GetString(canonical),
            CostLimit = request.MaxCostUsd ?? options.Value.MaxCostUsd,
            Priority = request.Priority ?? AdRequestReader.DefaultPriority,
            IdempotencyKey = idempotencyKey,
            RequestHash = idempotencyKey is null ? null : Convert.ToHexStringLower(SHA256.HashData(canonical)),
            EstimatedCost = estimatedCost,
        };

        var outcome = await store.CreateAsync(job, cancellationToken);
        if (outcome is CreateOutcome.Created)
        {
            signals.JobReady();
            Log.Created(logger, job.Id, job.Duration, job.AspectRatio, job.Priority, job.CostLimit);
        }

        return (outcome is CreateOutcome.Replayed earlier ? earlier.Job : job.Id, outcome);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} created: {Duration} s in {AspectRatio}, priority {Priority}, at most ${CostLimit}")]
        public static partial void Created(ILogger logger, JobId jobId, int duration, string aspectRatio, int priority, decimal costLimit);
    }
}
