namespace Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

/// <summary>Recognises what kind of product a text speaks about, in any of its languages.</summary>
internal static class ProductLexicon
{
    private const int PhraseBonus = 4;
    private const int PlainWeight = 2;
    private const int ShortWord = 4;
    private const int ShortestSuffix = 5;
    private const int ShortestTelling = 5;
    private static readonly string[] UnspacedLanguages = ["ja", "zh", "ko", "th"];
    private static readonly string[] Uses = ["winkel", "laden", "geschaft", "handlung", "zaak", "verleih", "werkstatt", "kurs", "kurse", "lessen", "cursus", "bezorging", "lieferdienst", "lieferung", "versand", "markt"];
    private static readonly List<ProductGroup> Groups = [];
    private static readonly Dictionary<string, Entry> Words = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Entry> GermanNouns = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Entry> RussianStems = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Entry> Accented = new(StringComparer.Ordinal);
    private static readonly List<(string Word, Entry Entry)> Unspaced = [];
    private static readonly Dictionary<string, HashSet<string>> LanguagesOfWord = new(StringComparer.Ordinal);

    static ProductLexicon()
    {
        foreach (var line in Resources.Lines("Lexicon/products.txt"))
        {
            Add(line);
        }

        // A stable order: where two lines hold the same word, the earlier one keeps it.
        Unspaced = [.. Unspaced.OrderByDescending(found => found.Word.Length)];
    }

    /// <summary>The best match, or null. The last and longest words of the text weigh most: a "dog food app" is an app for pets' food, a pet product.</summary>
    public static ProductMatch? Find(string text)
    {
        return FindSpaced(text.ToLowerInvariant()) ?? FindUnspaced(text);
    }

    /// <summary>How strongly the products that a text names speak for each language: a noun has one vote, shared by the languages that have it.</summary>
    public static IReadOnlyDictionary<string, double> LanguageVotes(string text)
    {
        var words = Word.Split(text.ToLowerInvariant());
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var start = 0; start < words.Count;)
        {
            var length = 1;
            for (var count = Math.Min(3, words.Count - start); count > 0; count--)
            {
                if (LanguagesOf(string.Join(' ', words.Skip(start).Take(count))) is { } languages)
                {
                    foreach (var language in languages)
                    {
                        votes[language] = votes.GetValueOrDefault(language) + (1.0 / languages.Count);
                    }

                    length = count;
                    break;
                }
            }

            start += length;
        }

        return votes;
    }

    public static bool Knows(string word) => Lookup(word.ToLowerInvariant()) is not null;

    private static ProductMatch? FindSpaced(string lower)
    {
        var words = Word.Split(lower);
        ProductMatch? best = null;
        for (var start = 0; start < words.Count; start++)
        {
            for (var count = Math.Min(3, words.Count - start); count > 0; count--)
            {
                var phrase = string.Join(' ', words.Skip(start).Take(count));
                if (Lookup(phrase) is { } entry)
                {
                    var weight = (entry.Weight * 10) + ((count - 1) * PhraseBonus * 10) + Math.Min(9, start + count);
                    if (best is null || weight > best.Weight)
                    {
                        best = new ProductMatch(entry.Group, phrase, weight);
                    }
                }
            }
        }

        return best;
    }

    private static ProductMatch? FindUnspaced(string text)
    {
        foreach (var (word, entry) in Unspaced)
        {
            // One character names too much: 茶 also stands in 茶色. It counts only where nothing longer was found.
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return new ProductMatch(entry.Group, word, word.Length);
            }
        }

        return null;
    }

    private static Entry? Lookup(string phrase)
    {
        if (Accented.TryGetValue(phrase, out var accented))
        {
            return accented;
        }

        foreach (var form in EnglishNouns.LookupForms(Folding.Fold(phrase)))
        {
            if (Words.TryGetValue(form, out var entry))
            {
                return entry;
            }
        }

        return phrase.Contains(' ', StringComparison.Ordinal) ? null : LookupCompound(Folding.Fold(phrase)) ?? LookupInflected(phrase);
    }

    private static HashSet<string>? LanguagesOf(string phrase)
    {
        var folded = Folding.Fold(phrase);
        return LanguagesOfWord.TryGetValue(folded, out var languages) ? languages
            : EnglishNouns.LookupForms(folded).Any(form => LanguagesOfWord.TryGetValue(form, out var ofForm) && ofForm.Contains("en")) ? ["en"]
            : null;
    }

    /// <summary>Russian in any case and compounds of it ("электровелосипеда"), Arabic and Hebrew with the small words that are written to them ("لمطعم").</summary>
    private static Entry? LookupInflected(string word)
    {
        if (SemiticPrefix.Lengths(word).Select(length => Words.GetValueOrDefault(word[length..])).FirstOrDefault(entry => entry is not null) is { } semitic)
        {
            return semitic;
        }

        var stem = RussianStem.Of(word);
        if (stem is null)
        {
            return null;
        }

        for (var start = 0; start <= stem.Length - RussianStem.Shortest; start++)
        {
            if ((start == 0 || stem.Length - start > RussianStem.Shortest + 1) && RussianStems.TryGetValue(stem[start..], out var entry))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>A German compound is what its last part is: "Lederschuhe" are "Schuhe".</summary>
    private static Entry? LookupCompound(string word)
    {
        // A shop or a course is what it is for: "fietsenwinkel", "Weinladen".
        var use = Array.Find(Uses, ending => word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal));
        if (use is not null && !GermanNouns.ContainsKey(word))
        {
            var head = word[..^use.Length];
            var entry = Words.GetValueOrDefault(head) ?? Words.GetValueOrDefault(head.TrimEnd('s')) ?? Words.GetValueOrDefault(head.TrimEnd('n'));
            if (entry is not null)
            {
                return entry;
            }
        }

        for (var start = 3; start <= word.Length - ShortestSuffix; start++)
        {
            if (GermanNouns.TryGetValue(word[start..], out var entry))
            {
                return entry;
            }
        }

        return null;
    }

    private static void Add(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        var head = fields[0].Split(' ');
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in fields.Skip(1))
        {
            names[field[..2]] = [.. field[3..].Split(',', StringSplitOptions.TrimEntries)];
        }

        var group = new ProductGroup(head[0], head[1], names);
        Groups.Add(group);
        foreach (var (language, words) in names)
        {
            foreach (var word in words)
            {
                AddWord(group, language, word);
            }
        }
    }

    private static void AddWord(ProductGroup group, string language, string word)
    {
        var weak = word.EndsWith('~');
        var entry = new Entry(group, weak ? 0 : PlainWeight);
        var plain = word.TrimEnd('~', ' ');
        if (UnspacedLanguages.Contains(language, StringComparer.Ordinal))
        {
            Unspaced.Add((plain, entry));
        }
        else
        {
            // Without its accent "thé" is an English article, so that short words keep theirs.
            var folded = Folding.Fold(plain);
            if (folded.Length >= ShortestTelling)
            {
                (LanguagesOfWord.TryGetValue(folded, out var languages) ? languages : LanguagesOfWord[folded] = []).Add(language);
            }

            if (language is "de" or "nl" && folded.Length >= ShortestSuffix && !weak)
            {
                GermanNouns.TryAdd(folded, entry);
            }

            var lower = plain.ToLowerInvariant();
            if (language == "ru" && RussianStem.Of(lower) is { } stem)
            {
                RussianStems.TryAdd(stem, entry);
            }

            _ = folded != lower && folded.Length <= ShortWord ? Accented.TryAdd(lower, entry) : Words.TryAdd(folded, entry);
        }
    }

    private sealed record Entry(ProductGroup Group, int Weight);
}
