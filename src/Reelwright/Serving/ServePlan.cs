using System.Globalization;

namespace Reelwright.Serving;

/// <summary>
/// Which hosts run in this process, and with which settings beside the environment's. Pure, so that it can be tested as a table.
/// </summary>
/// <param name="Orchestrator">Null when another target runs alone.</param>
/// <param name="Services">Those that run here; one whose URL is configured runs elsewhere.</param>
internal sealed record ServePlan(PlannedHost? Orchestrator, IReadOnlyList<PlannedHost> Services)
{
    private const string Loopback = "127.0.0.1";
    private const string MediaUrl = "MEDIA_URL";

    /// <summary>Where commands on this machine find the orchestrator.</summary>
    public string LocalUrl => Reachable(Orchestrator!.Listen);

    public IEnumerable<PlannedHost> Hosts => Orchestrator is null ? Services : [.. Services, Orchestrator];

    /// <summary>The same hosts without log lines, and an orchestrator that works on no job.</summary>
    public ServePlan Quiet() => new(
        Orchestrator! with
        {
            Settings = new Dictionary<string, string?>(Orchestrator.Settings)
            {
                ["Reelwright:Engine:MaxJobsInFlight"] = "0",
                ["LOG_LEVEL"] = "None",
            },
        },
        Services);

    /// <param name="environment">A setting by its name, null when it is not given.</param>
    /// <param name="takeFreePorts">Gives that many free ports.</param>
    public static ServePlan Make(ServeOptions options, Func<string, string?> environment, Func<int, int[]> takeFreePorts)
    {
        var settings = new Dictionary<string, string?> { ["DATA_DIR"] = options.DataFolder };
        if (options.Insecure)
        {
            settings["Reelwright:Orchestrator:Insecure"] = "true";
        }

        return options.Target == Target.All ? MakeAll(options, settings, environment, takeFreePorts) : MakeOne(options, settings, environment, takeFreePorts);
    }

    private static ServePlan MakeAll(ServeOptions options, Dictionary<string, string?> settings, Func<string, string?> environment, Func<int, int[]> takeFreePorts)
    {
        var ours = Target.Services.Where(service => environment(service.UrlName!) is null).ToList();
        var free = options.Port == 0 ? takeFreePorts(5) : null;
        var listen = new Dictionary<Target, string>();
        foreach (var target in ours.Prepend(Target.Orchestrator))
        {
            var place = target.DefaultPort - Ports.First;
            int? port = free?[place] ?? (options.Port + place);

            // Only the orchestrator is for others; the services are there for it alone.
            var host = target == Target.Orchestrator ? options.Host : null;
            listen[target] = ListenAt(target, host, port, environment);
        }

        foreach (var service in ours)
        {
            settings[service.UrlName!] = Reachable(listen[service]);

            // Its operations are in the data folder, so they are the same at the next start, on whichever port.
            settings[service.OriginName] = "embedded";
        }

        settings[MediaUrl] = environment(MediaUrl) ?? $"{Reachable(listen[Target.Orchestrator])}/media";
        return new ServePlan(
            Plan(Target.Orchestrator) with { Target = ours.Count > 0 ? Target.OrchestratorWithServices : Target.Orchestrator },
            [.. ours.Select(Plan)]);

        PlannedHost Plan(Target target) => new(target, listen[target], new Dictionary<string, string?>(settings) { [target.ListenName] = listen[target] });
    }

    private static ServePlan MakeOne(ServeOptions options, Dictionary<string, string?> settings, Func<string, string?> environment, Func<int, int[]> takeFreePorts)
    {
        var target = Target.Find(options.Target);
        var listen = ListenAt(target, options.Host, options.Port == 0 ? takeFreePorts(1)[0] : options.Port, environment);
        settings[target.ListenName] = listen;
        if (target != Target.Orchestrator)
        {
            return new ServePlan(null, [new PlannedHost(target, listen, settings)]);
        }

        settings[MediaUrl] = environment(MediaUrl) ?? $"{Reachable(listen)}/media";
        return new ServePlan(new PlannedHost(target, listen, settings), []);
    }

    private static string ListenAt(Target target, string? host, int? port, Func<string, string?> environment) =>
        host is null && port is null && environment(target.ListenName) is { } configured
            ? configured
            : string.Create(CultureInfo.InvariantCulture, $"http://{host ?? Loopback}:{port ?? target.DefaultPort}");

    /// <summary>An address that works on this machine. A host can listen on all addresses, but a client cannot call them.</summary>
    private static string Reachable(string listen)
    {
        // What can't be read is reported by the host that shall listen there.
        if (!Uri.TryCreate(listen.Replace("://*", $"://{Loopback}", StringComparison.Ordinal), UriKind.Absolute, out var url))
        {
            return listen;
        }

        var host = url.Host is "0.0.0.0" or "[::]" ? Loopback : url.Host;
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{url.Port}");
    }
}

/// <summary>A host with the address that it will listen on.</summary>
internal sealed record PlannedHost(Target Target, string Listen, IReadOnlyDictionary<string, string?> Settings);
