using System.CommandLine;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>What <c>reelwright serve</c> was told.</summary>
/// <param name="Host">IP address to listen on, or null.</param>
/// <param name="Port">The target's port, or the first of five when all run; 0 takes free ones; null for what is configured.</param>
internal sealed record ServeOptions(string Target, string? Host, int? Port, string DataFolder, bool Insecure)
{
    private static readonly Option<string> TargetOption = new("--target") { HelpName = "name", Description = $"What to run in this process: {string.Join(", ", Serving.Target.Names)}", DefaultValueFactory = _ => Serving.Target.All };
    private static readonly Option<string?> UrlsOption = new("--urls") { Description = "Where to listen: --host and --port in one, http://127.0.0.1:8000", HelpName = "url" };
    private static readonly Option<string?> HostOption = new("--host") { Description = "IP address to listen on; 127.0.0.1, this machine alone, unless configured otherwise", HelpName = "address" };

    private static readonly Option<int?> PortOption = new("--port")
    {
        Description = $"Port of the target; with all, of the orchestrator, and the services take the four after it; {Ports.First} unless configured otherwise; 0 takes free ones",
        HelpName = "number",
        CustomParser = TypedText.Number<int>,
    };

    private static readonly Option<string?> DataOption = ServerOptions.Data();
    private static readonly Option<bool> InsecureOption = new("--insecure") { Description = "Listen beyond this machine although nobody has to show a key" };

    public static void AddTo(Command command) => Array.ForEach<Option>([TargetOption, UrlsOption, HostOption, PortOption, DataOption, InsecureOption], command.Add);

    /// <exception cref="CommandException">The address makes no sense.</exception>
    public static ServeOptions From(ParseResult parsed)
    {
        var target = parsed.GetRequiredValue(TargetOption);
        if (!Serving.Target.Names.Contains(target))
        {
            throw new CommandException(ExitCodes.BadInput, $"--target: '{target}' is not one of {string.Join(", ", Serving.Target.Names)}.");
        }

        var host = parsed.GetValue(HostOption);
        var port = parsed.GetValue(PortOption);
        if (parsed.GetValue(UrlsOption) is { } text)
        {
            var valid = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/";
            if (!valid || host is not null || port is not null)
            {
                throw new CommandException(ExitCodes.BadInput, $"--urls: give one address such as http://127.0.0.1:{Ports.First}, without --host and --port. TLS is the business of a proxy in front.");
            }

            (host, port) = (url!.Host, url.Port);
        }

        if (port is < 0 or > 65535)
        {
            throw new CommandException(ExitCodes.BadInput, $"--port: {port} is not a port; give a number from 0 to 65535.");
        }

        return new ServeOptions(target, host, port, ServerOptions.DataFolder(parsed.GetValue(DataOption)), parsed.GetValue(InsecureOption));
    }
}
