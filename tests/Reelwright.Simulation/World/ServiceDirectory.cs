using System.Globalization;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.World;

/// <summary>Which provider stands behind an address and an account, and what a request there means.</summary>
internal sealed class ServiceDirectory(Plan plan, SimTime time, SimScheduler scheduler)
{
    private const string ByKey = "?key=";

    private readonly Dictionary<(string Host, string Account), Provider> providers = [];
    private readonly Dictionary<string, Slot> slotsByKey = [];
    private readonly Dictionary<Guid, int> jobs = [];

    public IEnumerable<Work> Works => providers.Values.SelectMany(provider => provider.Works);

    public static string HostOf(string service, int address) => string.Create(CultureInfo.InvariantCulture, $"{service}-{address}.test");

    public void AddJob(Guid job, int number) => jobs[job] = number;

    /// <summary>A call that is written into the ledger: from now on its key may arrive at a service.</summary>
    public void AddCall(string key, Slot slot) => slotsByKey[key] = slot;

    /// <summary>The answer to a question for capabilities, or to whoever names no account; null for every other request.</summary>
    public ServiceAnswer? AnswerAtOnce(HttpRequestMessage request)
    {
        if (request.Headers.Authorization is null)
        {
            return ServiceAnswer.Unauthorized;
        }

        if (request.RequestUri!.AbsolutePath != "/capabilities")
        {
            return null;
        }

        var profile = ProviderOf(request).Profile;
        return !profile.HasCapabilities ? ServiceAnswer.NotFound : new ServiceAnswer(200, string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"service":"{{{profile.Service}}}","version":"1","idempotency":{{{Word(profile.Idempotent)}}},"operations":{{{Word(profile.HasOperations)}}},
             "providers":[{"name":"p","model":"m","price":{"usd":{{{profile.Price}}},"per":"call"},"typical_seconds":{{{profile.WorkSeconds:0.###}}}}]}
            """));
    }

    /// <summary>What a request asks, and whether it is a paid call.</summary>
    public (WireRequest Request, bool IsPaid) Read(HttpRequestMessage request)
    {
        var provider = ProviderOf(request);
        var url = request.RequestUri!;
        if (request.Method == HttpMethod.Post)
        {
            var key = request.Headers.GetValues("Idempotency-Key").First();
            return (new WireRequest(provider, ExchangeKind.Post, slotsByKey[key], key, ""), true);
        }

        if (url.Query.StartsWith(ByKey, StringComparison.Ordinal))
        {
            var key = url.Query[ByKey.Length..];
            return (new WireRequest(provider, ExchangeKind.Find, slotsByKey[key], key, ""), false);
        }

        // A stranger's operation of the same id stands for the job that asks.
        var id = url.Segments[^1];
        var job = request.Headers.TryGetValues("X-Job-Id", out var ids) ? jobs[Guid.Parse(ids.First())] : -1;
        var work = provider.Find(id);
        var slot = work is not null && work.Slot.Job == job ? work.Slot : new Slot(job, provider.Profile.Service, 0);
        return (new WireRequest(provider, request.Method == HttpMethod.Delete ? ExchangeKind.Stop : ExchangeKind.Poll, slot, work?.Key ?? "", id), false);
    }

    private Provider ProviderOf(HttpRequestMessage request)
    {
        var place = (request.RequestUri!.Host, request.Headers.Authorization?.Parameter ?? "");
        if (!providers.TryGetValue(place, out var provider))
        {
            var (host, account) = place;
            provider = new Provider(host, account, plan.Profile(host[..host.LastIndexOf('-')]), time, scheduler, Chance);
            providers.Add(place, provider);
        }

        return provider;
    }

    private double Chance(Slot slot, int nth)
    {
        var salt = ((ulong)slot.Job * 7907) + ((ulong)slot.Index * 137) + ((ulong)slot.Service.Length * 19) + ((ulong)nth * 1_000_033);
        return new SimRandom(SimRandom.Mix(plan.ScheduleSeed, salt)).Unit();
    }

    private static string Word(bool flag) => flag ? "true" : "false";
}
