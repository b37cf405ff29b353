using Reelwright.Engine.Jobs;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Services;

/// <summary>Copies the media of another job's response to this job, so that deleting either job leaves the other complete.</summary>
internal sealed class ResponseMediaCopier(IMediaStore media, MediaLinks links)
{
    private const string ImageMember = "image_url";

    /// <summary>Null when the image no longer exists. An image outside our media store is not copied.</summary>
    public async Task<string?> CopyAsync(string response, JobId from, JobId to, CancellationToken cancellationToken)
    {
        var answer = JsonText.Parse(response);
        if (JsonText.TextOf(answer, ImageMember) is not { } url || !links.TryVerify(url, acceptExpired: true, out var key))
        {
            return response;
        }

        var own = $"jobs/{from}/";
        if (!key.Value.StartsWith(own, StringComparison.Ordinal))
        {
            return response;
        }

        await using var image = await media.OpenAsync(key, cancellationToken);
        if (image is null)
        {
            return null;
        }

        var copy = MediaKey.Parse($"jobs/{to}/{key.Value[own.Length..]}");
        await media.PutAsync(copy, image.Content, cancellationToken);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            foreach (var member in answer.EnumerateObject())
            {
                if (member.NameEquals(ImageMember))
                {
                    json.WriteString(ImageMember, links.ForService(copy));
                }
                else
                {
                    member.WriteTo(json);
                }
            }

            json.WriteEndObject();
        });
    }
}
