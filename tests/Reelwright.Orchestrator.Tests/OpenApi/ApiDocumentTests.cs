using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;
using Reelwright.Orchestrator.OpenApi;
using Reelwright.Orchestrator.Results;

namespace Reelwright.Orchestrator.Tests.OpenApi;

public sealed class ApiDocumentTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task It_is_OpenAPI_3_1()
    {
        var response = await api.Client.GetAsync("/openapi/v1.json");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        document.GetProperty("info").GetProperty("version").GetString().ShouldBe("1.0.0");
    }

    [Fact]
    public async Task It_has_every_route_and_no_other()
    {
        var document = await DocumentAsync();
        var routes = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => !route.RoutePattern.RawText!.StartsWith("/openapi", StringComparison.Ordinal) && !route.RoutePattern.RawText.StartsWith("/media", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/')}"));

        var described = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}"));

        described.ShouldBe(routes, ignoreOrder: true);
        CallCatalogue.All.Count.ShouldBe(described.Count());
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();

        var references = Descendants(document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(value => value.GetValue<string>()).Distinct().ToList();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(reference => Resolve(document, reference) != null);
    }

    [Fact]
    public async Task A_request_has_the_members_that_reading_one_accepts_and_no_others()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        Members(schemas["GenerateAdRequest"]!).ShouldBe(AdRequestReader.Members);
        Members(schemas["BrandGuidelines"]!).ShouldBe(AdRequestReader.BrandMembers);
        Members(schemas["AdOptions"]!).ShouldBe(AdRequestReader.OptionMembers);
        Members(schemas["RetryRequest"]!).ShouldBe(RetryRequestReader.Members);
        foreach (var name in new[] { "GenerateAdRequest", "BrandGuidelines", "AdOptions", "RetryRequest" })
        {
            schemas[name]!["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Every_word_that_it_names_is_accepted_and_every_bound_holds()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        foreach (var (name, member) in schemas["GenerateAdRequest"]!["properties"]!.AsObject())
        {
            foreach (var (value, accepted) in Probes(member!))
            {
                Accepts(request => request[name] = value).ShouldBe(accepted, $"{name}: {value?.ToJsonString()}");
            }
        }

        foreach (var (parent, schema) in new[] { ("brand_guidelines", "BrandGuidelines"), ("options", "AdOptions") })
        {
            foreach (var (name, member) in schemas[schema]!["properties"]!.AsObject())
            {
                foreach (var (value, accepted) in Probes(member!))
                {
                    Accepts(request => request[parent] = new JsonObject { [name] = value }).ShouldBe(accepted, $"{parent}.{name}: {value?.ToJsonString()}");
                }
            }
        }
    }

    [Fact]
    public async Task The_required_members_are_required()
    {
        var required = (await DocumentAsync())["components"]!["schemas"]!["GenerateAdRequest"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();

        foreach (var name in AdRequestReader.Members)
        {
            Accepts(request => request.Remove(name)).ShouldBe(!required.Contains(name), name);
        }
    }

    [Fact]
    public async Task The_API_takes_the_example_and_answers_in_the_described_shapes()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        var created = await api.PostJsonAsync("/api/v1/generate-ad", Examples.Request);
        var answer = JsonNode.Parse(await created.Content.ReadAsStringAsync())!.AsObject();
        answer.Select(member => member.Key).ShouldBe(Members(schemas["JobCreated"]!));

        var job = JsonNode.Parse(await api.Client.GetStringAsync(created.Headers.Location))!.AsObject();
        job.Select(member => member.Key).ShouldBe(Members(schemas["JobView"]!));
        job["request"]!.AsObject().Select(member => member.Key).ShouldBe(Members(schemas["GenerateAdRequest"]!));
        job["progress"]!.AsObject().Select(member => member.Key).ShouldBe(Members(schemas["JobProgress"]!));
        job["cost"]!.AsObject().Select(member => member.Key).ShouldBe(Members(schemas["JobCost"]!));
        job["assets"]!.AsObject().Select(member => member.Key).ShouldBe(Members(schemas["JobAssets"]!));
    }

    [Fact]
    public void The_examples_of_answers_have_the_contract_s_shape()
    {
        Same(Examples.Created, JsonSerializer.Serialize(JsonSerializer.Deserialize(Examples.Created, WireJson.Wire.JobCreated)!, WireJson.Wire.JobCreated));
        Same(Examples.Job, JsonSerializer.Serialize(JsonSerializer.Deserialize(Examples.Job, WireJson.Wire.JobView)!, WireJson.Wire.JobView));
        Same(Examples.NotReady, JsonSerializer.Serialize(JsonSerializer.Deserialize(Examples.NotReady, WireJson.Wire.Readiness)!, WireJson.Wire.Readiness));
        foreach (var status in CallCatalogue.All.Values.SelectMany(call => call.Problems).Distinct())
        {
            Same(
                Examples.Problem(status),
                JsonSerializer.Serialize(JsonSerializer.Deserialize(Examples.Problem(status), WireJson.Wire.Problem)!, WireJson.Wire.Problem));
        }
    }

    private static void Same(string left, string right) => Compact(left).ShouldBe(Compact(right));

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static IEnumerable<string> Members(JsonNode schema) => schema["properties"]!.AsObject().Select(member => member.Key);

    /// <summary>Values at and beyond the edges of what a schema allows.</summary>
    private static IEnumerable<(JsonNode? Value, bool Accepted)> Probes(JsonNode schema)
    {
        foreach (var word in schema["enum"]?.AsArray() ?? [])
        {
            yield return (word?.DeepClone(), true);
        }

        if (schema["enum"] is not null)
        {
            yield return ("no such word", false);
        }

        if (schema["minLength"] is { } shortest)
        {
            yield return (new string('x', shortest.GetValue<int>()), true);
            yield return (new string('x', shortest.GetValue<int>() - 1), false);
        }

        if (schema["maxLength"] is { } longest && schema["format"] is null)
        {
            yield return (new string('x', longest.GetValue<int>()), true);
            yield return (new string('x', longest.GetValue<int>() + 1), false);
        }

        if (schema["minimum"] is { } least && schema["maximum"] is { } most)
        {
            yield return (least.GetValue<int>(), true);
            yield return (least.GetValue<int>() - 1, false);
            yield return (most.GetValue<int>(), true);
            yield return (most.GetValue<int>() + 1, false);
        }

        if (schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null"))
        {
            yield return (null, true);
        }
    }

    private static bool Accepts(Action<JsonObject> change)
    {
        var request = JsonNode.Parse(Examples.Request)!.AsObject();

        // A variant would rule out one of the aspect ratios that are tried.
        request["variants"] = new JsonArray();
        change(request);
        var errors = new InputErrors();
        return AdRequestReader.Read(JsonDocument.Parse(request.ToJsonString()).RootElement, 10m, errors) is not null;
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Descendants(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Descendants).Prepend(node),
        null => [],
        _ => [node],
    };

    private static JsonNode? Resolve(JsonNode document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name]);

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!;
}
