using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Outbound;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Media;

/// <summary>Asks the video service to render a clip: <c>POST {VIDEO_GEN_URL}/clips/materialise {"key": ...}</c>.</summary>
internal sealed class RemoteClips(IOptions<ServiceAddresses> addresses, IOptions<ServiceAccessOptions> access) : IDisposable
{
    private readonly HttpClient client = new(new ConnectFaults(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
        UseProxy = false,
    }))
    { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<bool> MaterialiseAsync(MediaKey key, CancellationToken cancellationToken)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, string> { ["key"] = key.Value }, WireJson.Wire.DictionaryStringString);
        using var request = new HttpRequestMessage(HttpMethod.Post, addresses.Value.VideoGeneration.At("clips/materialise"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (access.Value.Token is { Length: > 0 } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    public void Dispose() => client.Dispose();
}
