using Reelwright.Serving;

namespace Reelwright.EndToEnd.Tests.Serving;

public sealed class ServePlanTests
{
    private static readonly ServeOptions All = new(Target.All, null, null, "/data", false);

    [Fact]
    public void Five_hosts_run_on_five_ports_by_default()
    {
        var plan = Make(All);

        plan.Hosts.Select(host => host.Listen).ShouldBe(
            ["http://127.0.0.1:8001", "http://127.0.0.1:8002", "http://127.0.0.1:8003", "http://127.0.0.1:8004", "http://127.0.0.1:8000"]);
        plan.Orchestrator!.Settings["VIDEO_GEN_URL"].ShouldBe("http://127.0.0.1:8003");
        plan.Hosts.ShouldAllBe(host => host.Settings["MEDIA_URL"] == "http://127.0.0.1:8000/media" && host.Settings["DATA_DIR"] == "/data");
    }

    [Fact]
    public void A_first_port_moves_all_five()
    {
        Make(All with { Port = 9000 }).Hosts.Select(host => new Uri(host.Listen).Port).ShouldBe([9001, 9002, 9003, 9004, 9000]);
    }

    [Fact]
    public void Port_zero_takes_free_ones()
    {
        var plan = Make(All with { Port = 0 });

        plan.Hosts.Select(host => new Uri(host.Listen).Port).ShouldBe([41, 42, 43, 44, 40]);
        plan.Orchestrator!.Settings["Reelwright:Services:VideoGeneration:Origin"].ShouldBe("embedded", "ports change, operations stay");
    }

    [Fact]
    public void Only_the_orchestrator_listens_for_others()
    {
        var plan = Make(All with { Host = "0.0.0.0", Insecure = true });

        plan.Orchestrator!.Listen.ShouldBe("http://0.0.0.0:8000");
        plan.Orchestrator.Settings["Reelwright:Orchestrator:Insecure"].ShouldBe("true");
        plan.Services.ShouldAllBe(service => service.Listen.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        plan.LocalUrl.ShouldBe("http://127.0.0.1:8000");
    }

    [Fact]
    public void A_service_that_somebody_else_runs_is_not_run_here()
    {
        var plan = Make(All, ("VIDEO_GEN_URL", "https://video.example"));

        plan.Services.Select(service => service.Target.Name).ShouldBe(["prompt-parser", "image-generation", "composition"]);
        plan.Orchestrator!.Settings.ContainsKey("VIDEO_GEN_URL").ShouldBeFalse("the environment says it already");
        plan.Orchestrator.Settings.ContainsKey("Reelwright:Services:VideoGeneration:Origin").ShouldBeFalse();
    }

    [Fact]
    public void What_is_configured_holds_unless_an_option_says_otherwise()
    {
        var configured = ("ORCHESTRATOR_LISTEN", "http://127.0.0.1:7000");

        Make(All, configured).Orchestrator!.Listen.ShouldBe("http://127.0.0.1:7000");
        Make(All with { Port = 9000 }, configured).Orchestrator!.Listen.ShouldBe("http://127.0.0.1:9000");
    }

    [Fact]
    public void One_target_runs_alone_on_its_own_port()
    {
        var plan = Make(All with { Target = "composition" });

        plan.Orchestrator.ShouldBeNull();
        plan.Services.Single().Listen.ShouldBe("http://127.0.0.1:8004");
        Make(All with { Target = "composition", Port = 0 }).Services.Single().Listen.ShouldBe("http://127.0.0.1:40");
    }

    private static ServePlan Make(ServeOptions options, params (string Name, string Value)[] environment) => ServePlan.Make(
        options,
        name => environment.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(),
        count => [.. Enumerable.Range(40, count)]);
}
