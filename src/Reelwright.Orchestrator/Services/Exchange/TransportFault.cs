using System.Net.Sockets;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>Describes a connection fault as the end of a sentence.</summary>
internal static class TransportFault
{
    public static string Describe(Exception exception, string authority)
    {
        var socket = Find<SocketException>(exception)?.SocketErrorCode;
        var error = (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError;
        return error switch
        {
            HttpRequestError.NameResolutionError => $"the name {authority} could not be resolved",
            HttpRequestError.ConnectionError => $"could not connect to {authority} ({socket?.ToString() ?? "no connection"})",
            HttpRequestError.SecureConnectionError => $"TLS with {authority} failed: {(exception.InnerException ?? exception).Message}",
            HttpRequestError.ResponseEnded => "the connection was closed before the answer was complete",
            HttpRequestError.InvalidResponse => "the response is not HTTP",
            HttpRequestError.ConfigurationLimitExceeded => "the answer's headers are too large",
            _ => $"the connection to {authority} broke ({socket?.ToString() ?? exception.GetBaseException().Message})",
        };
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
