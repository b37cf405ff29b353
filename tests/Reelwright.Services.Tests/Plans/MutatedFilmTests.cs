using System.Globalization;
using System.Text.Json;
using Reelwright.Services.Tests.Pipeline;

namespace Reelwright.Services.Tests.Plans;

/// <summary>Mutated plans that were accepted become films: the four services as they are shipped, real ffmpeg, 2 s each.</summary>
public sealed class MutatedFilmTests(FourServices services) : IClassFixture<FourServices>
{
    private const int Seconds = 2;

    /// <summary>Number of films; the whole fifty take some minutes.</summary>
    private static int Films => int.Parse(Environment.GetEnvironmentVariable("REELWRIGHT_MUTATED_FILMS") ?? "8", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_accepted_plan_becomes_a_film()
    {
        var made = 0;
        for (var seed = 0; made < Films; seed++)
        {
            var plan = Mutate(seed);
            var ad = new PlannedAd(plan, Seconds);
            if (ad.Refusal is not null)
            {
                continue;
            }

            ad.AnswerImage(Url(await services.ImageAsync(ad.Images.Single().Request), "image_url", plan));
            var clips = new List<string>();
            foreach (var clip in ad.Clips)
            {
                clips.Add(Url(await services.VideoAsync(clip.Request), "video_url", plan));
            }

            ad.AnswerClips(clips);
            var film = await services.ComposeAsync(ad.Film.Request);
            Url(film, "video_url", plan);
            film.GetProperty("result").GetProperty("duration").GetDecimal().ShouldBe(Seconds, plan);
            made++;
        }
    }

    private static string Url(JsonElement answer, string member, string plan)
    {
        answer.GetProperty("success").GetBoolean().ShouldBeTrue($"{answer} for the plan {plan}");
        return answer.GetProperty("result").GetProperty(member).GetString()!;
    }

    private static string Mutate(int seed)
    {
#pragma warning disable CA5394 // Not for security: a failure must be repeatable by its seed.
        var random = new Random(seed);
        var steps = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => new PlanMutation(random.Next(10_000), random.Next(PlanMutation.Operations), random.Next(100_000)))
            .ToList();
#pragma warning restore CA5394
        return PlanMutation.Apply(PlanSamples.Short, steps);
    }
}
