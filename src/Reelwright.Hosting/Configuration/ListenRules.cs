using System.Net;
using Microsoft.Extensions.Options;

namespace Reelwright.Hosting.Configuration;

/// <summary>
/// Refuses to listen beyond this machine by accident: a microservice needs a token for it, the orchestrator <c>--insecure</c>.
/// </summary>
internal sealed class ListenRules(HostIdentity identity, IOptions<ServiceAccessOptions> access) : IValidateOptions<ListenOptions>
{
    public ValidateOptionsResult Validate(string? name, ListenOptions options)
    {
        if (!ListenOptions.TryRead(options.Listen, out var endpoint))
        {
            return ValidateOptionsResult.Fail(
                $"'{options.Listen}' is not an address that {identity.Service} can listen on. "
                + $"Give http://127.0.0.1:{identity.DefaultPort} or another IP address and port.");
        }

        if (IPAddress.IsLoopback(endpoint.Address))
        {
            return ValidateOptionsResult.Success;
        }

        return identity.IsMicroservice ? CheckToken(endpoint) : CheckInsecure(options, endpoint);
    }

    private ValidateOptionsResult CheckToken(IPEndPoint endpoint) => string.IsNullOrEmpty(access.Value.Token)
        ? ValidateOptionsResult.Fail(
            $"{identity.Service} would listen on {endpoint}, where others can reach it, without a token. "
            + "Set SERVICE_TOKEN for it and for the orchestrator, or listen on 127.0.0.1.")
        : ValidateOptionsResult.Success;

    private ValidateOptionsResult CheckInsecure(ListenOptions options, IPEndPoint endpoint) => options.Insecure
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"{identity.Service} would listen on {endpoint}, where others can reach it, and anybody could spend money there. "
            + "Listen on 127.0.0.1, or give --insecure if a proxy in front of it authenticates the callers.");
}
