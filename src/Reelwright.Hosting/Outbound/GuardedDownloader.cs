using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Outbound;

/// <summary>Fetches a file by a URL from outside, through the guard and within limits.</summary>
public sealed class GuardedDownloader(OutboundGuard guard, IOptions<OutboundOptions> options, TimeProvider time) : IDisposable
{
    private const int MaxRedirects = 3;
    private const int BufferSize = 1 << 16;

    private readonly HttpClient client = new(new ConnectFaults(guard.CreateHandler())) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Writes the file to <paramref name="path"/>; after a fault no file is left there.</summary>
    /// <exception cref="DownloadException">It could not be fetched, or exceeds a limit.</exception>
    /// <exception cref="MediaStoreFullException">There is no room for it.</exception>
    public async Task<Download> DownloadAsync(string url, string path, DownloadLimits limits, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target))
        {
            throw new DownloadException("The URL is not an absolute one.");
        }

        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var complete = false;
        try
        {
            using var response = await OpenAsync(target, limits, linked.Token);
            CheckHeaders(target, response.Content.Headers, limits);
            var length = await SaveAsync(target, response.Content, path, limits, linked.Token);
            complete = true;
            return new Download(length, response.Content.Headers.ContentType?.MediaType);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = deadline.IsCancellationRequested
                ? $"did not arrive within {limits.Timeout.TotalSeconds:0.#} s"
                : $"stopped sending for {limits.IdleTimeout.TotalSeconds:0.#} s";
            throw new DownloadException($"{Name(target)} {reason}.", transient: true, exception);
        }
        catch (OutboundRefusedException exception)
        {
            throw new DownloadException(exception.Message, exception);
        }
        catch (HttpRequestException exception)
        {
            throw exception.InnerException is OutboundRefusedException refused
                ? new DownloadException(refused.Message, refused)
                : new DownloadException($"{Name(target)} could not be fetched: {Reason(exception)}.", transient: true, exception);
        }
        catch (IOException exception) when (MediaStoreFullException.IsCausedBy(exception))
        {
            throw new MediaStoreFullException("the work folder", exception);
        }
        catch (IOException exception) when (exception is HttpIOException || exception.InnerException is SocketException)
        {
            throw new DownloadException($"{Name(target)} broke off before its end.", transient: true, exception);
        }
        finally
        {
            if (!complete)
            {
                File.Delete(path);
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> OpenAsync(Uri url, DownloadLimits limits, CancellationToken cancellationToken)
    {
        var startedInside = guard.IsInside(url);
        if (startedInside && !limits.AllowInside)
        {
            throw new OutboundRefusedException(
                $"{url.IdnHost}:{url.Port} is a host of this installation. Give a URL of a file on a public host.");
        }

        for (var redirects = 0; ; redirects++)
        {
            guard.Check(url);
            var response = await SendAsync(url, limits, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return response;
            }

            using (response)
            {
                var next = RedirectOf(url, response, limits);
                if (redirects == MaxRedirects)
                {
                    throw new DownloadException($"{Name(url)} redirects more than {MaxRedirects} times.");
                }

                if ((!startedInside && guard.IsInside(next)) || (url.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp))
                {
                    throw new DownloadException(
                        $"{Name(url)} redirects from outside to inside, or from https to http, which is not allowed.");
                }

                url = next;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, DownloadLimits limits, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(limits.IdleTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
    }

    private static Uri RedirectOf(Uri url, HttpResponseMessage response, DownloadLimits limits)
    {
        var status = (int)response.StatusCode;
        if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
        {
            return new Uri(url, location);
        }

        var transient = status is 408 or 425 or 429 or >= 500 || (status == 404 && limits.RetriesNotFound);
        throw new DownloadException($"{Name(url)} answered {status} {response.ReasonPhrase}.", transient);
    }

    private static void CheckHeaders(Uri url, HttpContentHeaders headers, DownloadLimits limits)
    {
        if (headers.ContentLength > limits.MaxBytes)
        {
            throw TooLarge(url, limits);
        }

        if (headers.ContentType?.MediaType is { } type && !limits.Takes(type))
        {
            throw new DownloadException($"{Name(url)} is {type}; expected is {string.Join(", ", limits.ContentTypes)}.");
        }

        if (headers.ContentEncoding.Count > 0)
        {
            throw new DownloadException(
                $"{Name(url)} came compressed ({string.Join(", ", headers.ContentEncoding)}), which was not asked for.");
        }
    }

    private async Task<long> SaveAsync(
        Uri url, HttpContent content, string path, DownloadLimits limits, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(limits.IdleTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        await using var source = await content.ReadAsStreamAsync(linked.Token);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize, useAsync: true);
        var buffer = new byte[BufferSize];
        var pace = new DownloadPace(options.Value.SlowestKilobytesPerSecond * 1000L, limits, content.Headers.ContentLength, time);
        long length = 0;
        while (true)
        {
            var asked = time.GetTimestamp();
            var read = await source.ReadAsync(buffer, linked.Token);
            if (read == 0)
            {
                return length;
            }

            length += read;
            if (length > limits.MaxBytes)
            {
                throw TooLarge(url, limits);
            }

            if (pace.FindFault(read, time.GetElapsedTime(asked)) is { } fault)
            {
                throw new DownloadException($"{Name(url)} {fault}", transient: true);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), linked.Token);
            idle.CancelAfter(limits.IdleTimeout);
        }
    }

    private static DownloadException TooLarge(Uri url, DownloadLimits limits) =>
        new($"{Name(url)} is larger than {limits.MaxBytes / 1_000_000.0:0.#} MB, the most that is taken.");

    private static string Reason(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its host name is unknown",
        HttpRequestError.ConnectionError => "nothing answers there",
        HttpRequestError.SecureConnectionError => "its TLS certificate is not valid",
        _ => "the exchange failed",
    };

    private static string Name(Uri url) => $"{url.Scheme}://{url.Authority}{url.AbsolutePath}";
}
