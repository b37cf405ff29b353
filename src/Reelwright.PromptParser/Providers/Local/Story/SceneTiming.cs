using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Story;

/// <summary>Shares a film's length between its scenes in steps of half a second; decimal, so that the sum is exact.</summary>
internal static class SceneTiming
{
    private const decimal Shortest = 2.5m;
    private const decimal Longest = 9m;
    private const decimal ShortestCall = 3m;
    private const decimal LongestCall = 5m;

    public static IReadOnlyList<decimal> Lengths(decimal duration, IReadOnlyList<string> roles, ulong seed)
    {
        if (duration < Shortest * roles.Count)
        {
            return Evenly(duration, roles.Count);
        }

        var step = duration % 0.5m == 0 ? 0.5m : 0.1m;
        var call = Math.Clamp(Floor(duration * 0.14m, step), ShortestCall, LongestCall);
        var weights = roles.SkipLast(1).Select((role, index) => WeightOf(role) + ((StableHash.Mix(seed, $"length {index}") % 5) * 0.05m)).ToList();
        var rest = duration - call;
        var limit = rest > Longest * weights.Count ? rest : Longest;
        var lengths = weights.Select(weight => Math.Clamp(Floor(rest * weight / weights.Sum(), step), Shortest, limit)).ToList();
        Settle(lengths, weights, rest, step);
        lengths.Add(call);
        return lengths;
    }

    /// <summary>Gives and takes single steps until the sum is right, where it is least felt; what is finer than a step goes to the longest scene.</summary>
    private static void Settle(List<decimal> lengths, List<decimal> weights, decimal total, decimal step)
    {
        while (lengths.Sum() > total)
        {
            var longest = IndexOfMax(lengths, (length, index) => length > Shortest ? length / weights[index] : -1);
            lengths[longest] -= step;
        }

        while (total - lengths.Sum() >= step)
        {
            var shortest = IndexOfMax(lengths, (length, index) => length + step <= Longest ? weights[index] / length : -length);
            lengths[shortest] += step;
        }

        lengths[IndexOfMax(lengths, (length, _) => length < Longest ? length : 0)] += total - lengths.Sum();
    }

    private static List<decimal> Evenly(decimal duration, int count)
    {
        var each = Floor(duration / count, 0.1m);
        var lengths = Enumerable.Repeat(each, count).ToList();
        lengths[^1] = duration - (each * (count - 1));
        return lengths;
    }

    private static decimal WeightOf(string role) => role switch
    {
        SceneRoles.Hook => 0.75m,
        SceneRoles.Problem => 1m,
        SceneRoles.Product => 1.15m,
        _ => 1m,
    };

    private static decimal Floor(decimal value, decimal step) => Math.Floor(value / step) * step;

    private static int IndexOfMax(List<decimal> lengths, Func<decimal, int, decimal> score)
    {
        var best = 0;
        for (var index = 1; index < lengths.Count; index++)
        {
            if (score(lengths[index], index) > score(lengths[best], best))
            {
                best = index;
            }
        }

        return best;
    }
}
