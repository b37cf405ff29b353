using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class MutatedBodyTests(SharedApi shared) : IClassFixture<SharedApi>
{
    [Fact]
    public void Whatever_is_sent_is_either_in_order_or_refused_with_a_reason()
    {
        var accepted = 0;
        for (var seed = 0; seed < 30_000; seed++)
        {
            if (JsonBody.Parse(MutatedBody.Of(seed)) is not JsonBodyOutcome.Read { Root: var root })
            {
                continue;
            }

            var errors = new InputErrors();
            var request = AdRequestReader.Read(root, 10m, errors);

            (request is null).ShouldBe(errors.Any, $"seed {seed}");
            if (request is null)
            {
                errors.Summary().Length.ShouldBeGreaterThan(3, $"seed {seed}");
                continue;
            }

            accepted++;
            request.Prompt.EnumerateRunes().Count().ShouldBeInRange(10, 500, $"seed {seed}");
            request.Prompt.Any(char.IsControl).ShouldBeFalse($"seed {seed}");
            request.Duration.ShouldBeInRange(15, 60, $"seed {seed}");
            var stored = JsonSerializer.Serialize(request, WireJson.Wire.GenerateAdRequest);
            Again(stored).ShouldBe(stored, $"seed {seed}");
        }

        // Otherwise nothing but broken JSON was tried.
        accepted.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task No_body_is_answered_with_a_fault_of_ours()
    {
        for (var seed = 100_000; seed < 102_000; seed++)
        {
            var content = new ByteArrayContent(MutatedBody.Of(seed));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

            using var response = await shared.Api.Client.PostAsync("/api/v1/generate-ad", content);

            if (response.StatusCode != HttpStatusCode.Created)
            {
                var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");
                problem.GetProperty("errors").EnumerateObject().Count().ShouldBeGreaterThan(0, $"seed {seed}");
            }
        }

        shared.Api.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/jobs?%00=%00&limit=%F0%28")]
    [InlineData("/api/v1/jobs?limit=1&limit=2&&&===")]
    [InlineData("/api/v1/jobs?q=%ED%A0%80")]
    [InlineData("/api/v1/jobs?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D")]
    [InlineData("/api/v1/jobs?created_after=9999-12-31T23:59:59-14:00")]
    [InlineData("/api/v1/jobs/../jobs/%2e%2e")]
    [InlineData("/api/v1/jobs/00000000-0000-0000-0000-000000000000/events?last_event_id=9223372036854775807")]
    [InlineData("/api/v1/jobs/00000000-0000-0000-0000-000000000000?x=%")]
    [InlineData("/api/v1/nothing")]
    public async Task No_address_is_answered_with_a_fault_of_ours(string path)
    {
        var response = await shared.Api.Client.GetAsync(path);

        ((int)response.StatusCode).ShouldBeInRange(200, 499);
        shared.Api.Faults.ShouldBeEmpty();
    }

    /// <summary>Reads the stored request as if it had been sent: what was cleaned once stays as it is.</summary>
    private static string Again(string stored)
    {
        var errors = new InputErrors();
        var request = AdRequestReader.Read(JsonElement.Parse(stored), 10m, errors);
        errors.ToDictionary().ShouldBeEmpty();
        return JsonSerializer.Serialize(request!, WireJson.Wire.GenerateAdRequest);
    }
}
