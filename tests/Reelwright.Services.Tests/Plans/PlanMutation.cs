using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reelwright.Services.Tests.Plans;

/// <summary>
/// One step away from a plan: which value, what is done to it, and with what. The same step on the same plan gives the same plan.
/// </summary>
internal readonly record struct PlanMutation(int Where, int Operation, int With)
{
    public const int Operations = 12;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "7", "0.04", "0.5", "1e300", "-1e300", "1e-30", "400", "99.5", "2147483648", "\"\"", "\" \"", "\"first\"", "\"120 bpm\"", "\"00:07\"",
        "\"#fff\"", "\"#12345\"", "\"https://x.example/a.mp3\"", "\"ftp://x\"", "\"//\"", "[]", "{}", "[null]", "[1,\"a\"]", "[[[]]]", "{\"text\":\"Fresh\"}", "{\"text\":5}",
        "{\"type\":\"fade\",\"duration\":0.5}", "{\"hex\":\"#112233\"}", "[{\"text\":\"One\",\"start_time\":3},\"Two\",null]", "{\"headline\":\"Fresh\",\"button\":\"Go\"}",
    ];

    private static readonly string[] Oddities =
    [
        "\u0001", "\u000b", "\u0085", "\u007f", "\u200b", "\u202e", "\ufeff", "\ud83d\ude00", "e\u0301", "\u2028", "\\", "\"", "{\\b1}", "-->", "%{n}", "<b>", "\t", "\r\n",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u05e9\u05dc\u05d5\u05dd", "\u0e01\u0e32", "\uffff",
    ];

    public static string Apply(string plan, IEnumerable<PlanMutation> mutations)
    {
        var root = JsonNode.Parse(plan)!;
        foreach (var mutation in mutations)
        {
            mutation.ApplyTo(root);
        }

        return root.ToJsonString();
    }

    public override string ToString() => $"({Where},{Operation},{With})";

    private void ApplyTo(JsonNode root)
    {
        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, places);
        if (places.Count == 0)
        {
            return;
        }

        var (parent, name, index) = places[Where % places.Count];
        var old = name is null ? parent.AsArray()[index] : parent.AsObject()[name];
        switch (Operation)
        {
            case 0 when name is not null:
                parent.AsObject().Remove(name);
                break;
            case 0:
                parent.AsArray().RemoveAt(index);
                break;
            case 1 when parent is JsonArray list:
                list.Insert(index, old?.DeepClone());
                break;
            case 2:
                Set(parent, name, index, Longer(old));
                break;
            case 3:
                Set(parent, name, index, Shifted(old));
                break;
            case 4:
                Set(parent, name, index, Odd(old));
                break;
            case 5:
                Set(parent, name, index, new JsonArray(old?.DeepClone()));
                break;
            case 6:
                Set(parent, name, index, new JsonObject { ["value"] = old?.DeepClone() });
                break;
            case 7:
                Set(parent, name, index, old is JsonValue value ? JsonValue.Create(value.ToJsonString().Trim('"')) : null);
                break;
            case 8 when parent is JsonObject members:
                members[$"x_{With % 9}"] = JsonNode.Parse(Values[With % Values.Length]);
                break;
            default:
                Set(parent, name, index, JsonNode.Parse(Values[With % Values.Length]));
                break;
        }
    }

    private JsonNode? Longer(JsonNode? old) =>
        old is JsonArray { Count: > 0 } list ? new JsonArray([.. Enumerable.Range(0, 1 + (With % 250)).Select(item => list[item % list.Count]?.DeepClone())])
        : JsonValue.Create(string.Join(' ', Enumerable.Repeat(old is JsonValue ? old.ToString() : "word", 1 + (With % 3000))));

    private JsonNode? Shifted(JsonNode? old) => old is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? JsonValue.Create(decimal.Round((decimal)Math.Clamp(value.Deserialize<double>(), -1e9, 1e9) + ((With % 200) - 100) / 10m, 2))
        : old?.DeepClone();

    private JsonNode? Odd(JsonNode? old) => JsonValue.Create((old is JsonValue ? old.ToString() : string.Empty) + Oddities[With % Oddities.Length]);

    private static void Set(JsonNode parent, string? name, int index, JsonNode? value)
    {
        if (name is null)
        {
            parent.AsArray()[index] = value;
        }
        else
        {
            parent.AsObject()[name] = value;
        }
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Name, int Index)> places)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                places.Add((node, name, 0));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                places.Add((node, null, index));
                Collect(list[index], places);
            }
        }
    }
}
