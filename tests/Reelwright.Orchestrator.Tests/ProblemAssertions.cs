using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reelwright.Orchestrator.Tests;

internal static class ProblemAssertions
{
    /// <summary>The answer is a complete RFC 9457 problem; returns it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("instance").GetString().ShouldBe(response.RequestMessage!.RequestUri!.AbsolutePath);
        return problem;
    }
}
