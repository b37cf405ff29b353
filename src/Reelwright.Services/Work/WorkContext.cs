using Reelwright.MediaFiles;

namespace Reelwright.Services.Work;

/// <summary>The context of one call of a provider.</summary>
public sealed record WorkContext
{
    public required string OperationId { get; init; }

    /// <summary>From <c>X-Job-Id</c>; a call without one gets a name made of its request.</summary>
    public required string JobId { get; init; }

    /// <summary>An id of this request. It stays the same when the request comes again or its URLs are signed again.</summary>
    public required string RequestId { get; init; }

    /// <summary>An empty folder for this run alone; it is deleted when the run ends.</summary>
    public required string Folder { get; init; }

    /// <summary>A key among the job's media: <c>jobs/{job}/{path}</c>.</summary>
    public MediaKey KeyOf(string path) => MediaKey.Parse($"jobs/{JobId}/{path}");
}
