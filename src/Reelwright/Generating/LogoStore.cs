using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Api;
using Reelwright.Hosting;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator;
using Reelwright.Serving;
using Reelwright.Terminal;

namespace Reelwright.Generating;

/// <summary>
/// Puts a logo into the media store of the server's data folder, from where composition reads it by a URL that the server would sign.
/// </summary>
internal static class LogoStore
{
    /// <summary>Composition accepts a link of its own store after that time as well, so a job that resumes later keeps its logo.</summary>
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    /// <summary>Returns the URL for <c>brand_guidelines.logo_url</c>. Equal files are stored once.</summary>
    /// <exception cref="CommandException">The server works on another data folder, or with another media store.</exception>
    public static async Task<string> PutAsync(LogoFile logo, ServerSession session, string dataFolder, CancellationToken cancellationToken)
    {
        if (!session.WorksOn(dataFolder))
        {
            throw Elsewhere(logo, session, $"it does not work on the data folder {dataFolder}");
        }

        var settings = new Dictionary<string, string?>
        {
            ["DATA_DIR"] = dataFolder,
            ["MEDIA_URL"] = Environment.GetEnvironmentVariable("MEDIA_URL") ?? new Uri(session.Client.Server, "media").AbsoluteUri,
            ["LOG_LEVEL"] = "None",
        };
        await using var host = ReelwrightHost.CreateBuilder(OrchestratorHost.Identity, settings).Build();
        var links = host.Services.GetRequiredService<MediaLinks>();
        var key = MediaKey.Parse($"logos/{Convert.ToHexStringLower(SHA256.HashData(logo.Content))}{logo.Extension}");
        await host.Services.GetRequiredService<IMediaStore>().PutAsync(key, new MemoryStream(logo.Content), cancellationToken);
        var url = links.Sign(key, LinkLifetime);
        await CheckAsync(logo, session, url, cancellationToken);
        return url;
    }

    /// <summary>The server may have been started with another folder or signing key than this command has.</summary>
    private static async Task CheckAsync(LogoFile logo, ServerSession session, string url, CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.DownloadAsync(new Uri(url).PathAndQuery, Stream.Null, cancellationToken);
        }
        catch (ApiProblemException problem)
        {
            throw Elsewhere(logo, session, $"its media store cannot be written from here ({problem.Problem.Status} for {new Uri(url).AbsolutePath})");
        }
    }

    private static CommandException Elsewhere(LogoFile logo, ServerSession session, string why) => new(
        ExitCodes.BadInput,
        $"--logo: {logo.Path} is a file of this machine, which the server at {session.Client.Server} cannot read: {why}. "
        + "Give the https URL of the logo, or name the data folder of that server with --data.");
}
