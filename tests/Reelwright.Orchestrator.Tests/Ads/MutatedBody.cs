using System.Text;

namespace Reelwright.Orchestrator.Tests.Ads;

/// <summary>Bodies that are a few random steps away from a good one. The same seed gives the same body.</summary>
internal static class MutatedBody
{
    private const string Good =
        """
        {"prompt": "Create an ad for handmade luxury watches 新しい ⌚", "duration": 30, "aspect_ratio": "9:16",
         "brand_guidelines": {"primary_color": "#D4AF37", "secondary_color": "#000000", "style": "luxury", "name": "Aurelia", "logo_url": "https://x.test/l.png"},
         "options": {"language": "pt-BR", "call_to_action": "Go", "voiceover": true, "music": "calm", "captions": "off", "ai_label": false},
         "metadata": {"a": "1", "b": "2"}, "max_cost_usd": 2.5, "priority": 5, "cache": true, "variants": ["1:1", "16:9"]}
        """;

    private static readonly string[] Splinters =
    [
        "null", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "1e999", "-0.0", "1E-400", "99999999999999999999999", "30.0", "\"30\"",
        "{\"a\":{\"a\":{\"a\":1}}}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "\"\\", "\u2028", "\u0000", "/*c*/", "NaN", "0x1F", ",", ":", "\"",
        "\"prompt\": null,", "\"duration\": 31,", "\"__proto__\": {},", "\"review\": true,", "\"\\ud83d\": 1,", "\"metadata\": {\"\": \"\"},", "\"$type\": \"System.Object\",",
    ];

    public static byte[] Of(int seed)
    {
#pragma warning disable CA5394 // Anything but secret: a failure must be repeatable by its seed.
        var random = new Random(seed);
        var body = Encoding.UTF8.GetBytes(Good).ToList();
        for (var step = random.Next(1, 4); step > 0 && body.Count > 0; step--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(7))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 40), body.Count - at));
                    break;
                case 2:
                    body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 200), body.Count - at)));
                    break;
                case 3:
                    body.RemoveRange(at, body.Count - at);
                    break;
                default:
                    ReplaceValue(body, at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)]));
                    break;
            }
        }
#pragma warning restore CA5394

        return [.. body];
    }

    /// <summary>Puts a splinter where the value after the next colon stood, so that most bodies stay JSON.</summary>
    private static void ReplaceValue(List<byte> body, int at, byte[] splinter)
    {
        var colon = body.IndexOf((byte)':', at);
        var start = colon < 0 ? at : colon + 1;
        var end = start;
        while (end < body.Count && body[end] is not ((byte)',' or (byte)'}'))
        {
            end++;
        }

        body.RemoveRange(start, end - start);
        body.InsertRange(start, splinter);
    }
}
