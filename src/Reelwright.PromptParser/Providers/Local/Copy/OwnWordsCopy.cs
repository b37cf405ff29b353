using System.Globalization;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Copy in a language without a bank: the prompt's own clauses in their order, cut between words or graphemes, and nothing of another language.</summary>
internal static class OwnWordsCopy
{
    private const int ClauseLimit = 40;

    public static AdCopy Write(AdBrief brief, IReadOnlyList<StoryBeat> beats)
    {
        var limits = CopyLimits.Of(brief.Language);
        var clauses = Clauses(brief, limits.Headline);
        clauses.AddRange(Halves(clauses).Except(clauses, StringComparer.Ordinal).Take(Math.Max(0, beats.Count - clauses.Count)).ToList());
        var name = NameFor(brief, limits.Name);
        var scenes = beats.Select(beat =>
        {
            var line = clauses[beat.Index % clauses.Count];
            var next = clauses[(beat.Index + 1) % clauses.Count];
            var subline = next == line || beat.Index >= clauses.Count ? null : next;
            return new SceneCopy(PromptText.Shorten(name, limits.Title), line, beat.Index == beats.Count - 1 ? line : subline, line);
        });
        return new AdCopy([.. scenes], name, brief.CallToAction ?? PlainButtons.Of(brief.Language) ?? name);
    }

    /// <summary>A line for a scene when no line of the bank can be filled.</summary>
    public static string LineFor(AdBrief brief, StoryBeat beat, int limit)
    {
        var clauses = Clauses(brief, limit);
        return PromptText.Capitalise(clauses[beat.Index % clauses.Count]);
    }

    public static string NameFor(AdBrief brief, int limit)
    {
        var name = brief.Brand ?? (brief.Product.Phrase.Length > 0 ? brief.Product.Phrase : Clauses(brief, limit)[0]);
        return PromptText.Capitalise(PromptText.Shorten(name, limit));
    }

    private static List<string> Clauses(AdBrief brief, int limit)
    {
        var text = brief.Subject.Length > 0 ? brief.Subject : brief.Prompt;
        var clauses = ClauseSplitter.Clauses(text).SelectMany(clause => Pieces(clause, Math.Min(limit, ClauseLimit))).Distinct(StringComparer.Ordinal).Take(12).ToList();
        return clauses.Count > 0 ? clauses : [PromptText.Shorten(text.Length > 0 ? text : "…", limit)];
    }

    /// <summary>A film with more scenes than the prompt has clauses says them again in parts.</summary>
    private static IEnumerable<string> Halves(IEnumerable<string> clauses)
    {
        foreach (var words in clauses.Select(clause => clause.Split(' ')).Where(words => words.Length >= 3))
        {
            var middle = (words.Length + 1) / 2;
            yield return string.Join(' ', words.Take(middle));
            yield return string.Join(' ', words.Skip(middle));
        }
    }

    /// <summary>A long clause becomes lines of its own words.</summary>
    private static IEnumerable<string> Pieces(string clause, int limit)
    {
        var rest = clause;
        while (rest.Length > 0)
        {
            var piece = PromptText.Shorten(rest, limit);
            if (piece.Length == 0)
            {
                piece = StringInfo.GetNextTextElement(rest);
            }

            yield return piece;
            rest = rest[piece.Length..].TrimStart(' ', ',', ';', ':', '-', '–', '—', '、', '，', '(', '（');
        }
    }
}
