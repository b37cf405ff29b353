using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Reads a prompt in a language that puts spaces between its words.</summary>
internal static partial class SpacedReader
{
    public static Reading Read(string prompt, PromptGrammar grammar, string? quotedName)
    {
        var reading = new Reading { Brand = quotedName };
        var text = LabelReader.Read(quotedName is null ? prompt : LeftBehind().Replace(prompt, ""), reading);
        var subject = RequestStripper.Strip(Naming.Read(text, reading), grammar, reading);
        reading.StartsSentence = text.StartsWith(subject.Split(' ')[0], StringComparison.Ordinal);
        subject = grammar.CapitalNouns ? subject : Naming.ReadHeading(subject, reading);
        text = grammar.AdjectivesFirst && !grammar.CapitalNouns ? Introduction.Read(subject, reading) : subject;
        if (OfferFinder.Find(text) is { } offer)
        {
            reading.Offer = offer.Value.Trim();
            text = WithoutOffer(text, offer);
        }

        text = LeadingPlace().Replace(text, "");
        reading.Subject = text;
        var isMain = reading.ProductPhrase.Length == 0;
        foreach (var sentence in ClauseSplitter.Sentences(text))
        {
            isMain = !ReadSentence(sentence, grammar, reading, isMain) && isMain;
        }

        return reading;
    }

    /// <summary>True when the sentence named the product. What follows an instruction in the same sentence belongs to it.</summary>
    private static bool ReadSentence(string sentence, PromptGrammar grammar, Reading reading, bool isMain)
    {
        var named = false;
        foreach (var clause in ClauseSplitter.Clauses(sentence))
        {
            if (grammar.Instruction.IsMatch(clause))
            {
                reading.ToneTexts.Add(sentence);
                return named;
            }

            named |= ReadClause(clause, grammar, reading, isMain && (!named || IsApposition(clause, grammar, reading)));
        }

        return named;
    }

    /// <summary>"Nordhavn, a minimalist clothing brand": only a name so far, and now what it is.</summary>
    private static bool IsApposition(string clause, PromptGrammar grammar, Reading reading) =>
        reading.ProductPhrase == reading.Brand && !grammar.FeatureLeads.Contains(clause.Split(' ')[0]) && (grammar.Determiner.IsMatch(clause) || ProductLexicon.Find(clause) is not null);

    /// <summary>True when the clause named the product.</summary>
    private static bool ReadClause(string clause, PromptGrammar grammar, Reading reading, bool isMain)
    {
        if (grammar.AdjectivesFirst && !grammar.CapitalNouns && Introduction.ReadDeed(clause, reading))
        {
            return reading.ProductPhrase.Length > 0;
        }

        if (isMain)
        {
            clause = NameBeforeIs(clause, grammar, reading);
        }

        Segment? before = null;
        foreach (var segment in ClauseSplitter.Segments(clause, grammar, isMain))
        {
            if (segment.Lead.Length == 0 && isMain)
            {
                ProductPhraseReader.Read(segment.Text, grammar, reading);
            }
            else
            {
                SegmentReader.Read(segment, before, grammar, reading);
            }

            before = segment;
        }

        return reading.ProductPhrase.Length > 0;
    }

    /// <summary>"Aurum is a luxury watch brand", "Meet Aurum: luxury watches".</summary>
    private static string NameBeforeIs(string clause, PromptGrammar grammar, Reading reading)
    {
        var match = IsPattern().Match(clause);
        if (!match.Success || grammar.CapitalNouns)
        {
            return clause;
        }

        reading.Brand ??= match.Groups["name"].Value;
        return match.Groups["rest"].Value;
    }

    private static string WithoutOffer(string text, Match offer)
    {
        var before = OfferLead().Replace(text[..offer.Index], "");
        var after = text[(offer.Index + offer.Length)..].TrimStart();
        return PromptText.Clean(before + (after.Length > 0 && char.IsLetter(after[0]) ? " " : "") + after).Trim(' ', ',');
    }

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}\p{N}&'’.\-]*(?: \p{Lu}[\p{L}\p{N}&'’.\-]*){0,3}) (?:is|are|est|es|è|é|sono|son) (?:(?:an?|the|our|une?|la|le|un|una|il|lo|um|uma|o) )?(?<rest>\S.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsPattern();

    /// <summary>What is left of "half price at Pizza Palace this Friday" without its offer.</summary>
    /// <summary>What a quoted name that was taken out leaves of: Lederschuhe von "Schuster &amp; Söhne".</summary>
    [GeneratedRegex(@"\s(?:von|vom|by|from|par|de|di|da|por)(?=\s*(?:[,.;:!?]|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftBehind();

    [GeneratedRegex(@"^(?:only )?(?:at|in|on|with|from|for) (?:all |our |the )?|\s(?:this|next) (?:week|weekend|month|\p{L}+day)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingPlace();

    [GeneratedRegex(@"[,;]?\s*\b(?:(?:and|with|at|for|offering|offer|now|get|plus|featuring|promoting|we have|avec|et|mit|und|con|y|e|com|à|now with|mention|highlight|including|special offer|our)\s+)*(?:an? )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfferLead();
}
