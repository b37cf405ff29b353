using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Writes copy from a line bank. Lines that take up something the prompt says weigh most, then those about its kind of product, then those that fit anything.</summary>
internal sealed class BankCopy
{
    private const int FactWeight = 24;
    private const int PromptWeight = 4;
    private const int CategoryWeight = 4;
    private const int GeneralWeight = 1;
    private readonly AdBrief brief;
    private readonly LineBank bank;
    private readonly IReadOnlyList<StoryBeat> beats;
    private readonly IReadOnlyList<BeatFact> facts;
    private readonly CopyLimits limits;
    private readonly Slots slots;
    private readonly LinePicker shown;
    private readonly LinePicker spoken;

    public BankCopy(AdBrief brief, LineBank bank, IReadOnlyList<StoryBeat> beats)
    {
        this.brief = brief;
        this.bank = bank;
        this.beats = beats;
        limits = CopyLimits.Of(brief.Language);
        slots = new Slots(brief);
        facts = BeatFacts.Deal(beats, brief, bank);
        string[] free = [brief.Product.Phrase, brief.Brand ?? "", brief.Place ?? "", brief.Audience ?? ""];
        shown = new LinePicker(brief.Seed, free);
        spoken = new LinePicker(brief.Seed, free);
    }

    public AdCopy Write()
    {
        var button = Button();
        shown.Use(button);
        var headlines = beats.Select(Headline).ToList();
        var scenes = new List<SceneCopy>(beats.Count);
        foreach (var beat in beats)
        {
            var subline = Subline(beat);
            var title = Title(beat);
            scenes.Add(new SceneCopy(title, headlines[beat.Index], subline, Voiceover(beat, headlines[beat.Index])));
        }

        return new AdCopy(scenes, EndCard(), button);
    }

    private string Headline(StoryBeat beat)
    {
        var slot = $"headline {beat.Role}";
        var line = shown.Pick(slot, Fits(limits.Headline), PoolsOf(beat, ""));
        return line ?? OwnWordsCopy.LineFor(brief, beat, limits.Headline);
    }

    private string? Subline(StoryBeat beat)
    {
        var pools = PoolsOf(beat, ".sub");
        if (beat.Role != SceneRoles.CallToAction)
        {
            pools.AddRange(Own("sub", slots, CategoryWeight));
            pools.AddRange(Moments());
        }

        return shown.Pick($"subline {beat.Role}", Fits(limits.Subline), pools);
    }

    private string Title(StoryBeat beat)
    {
        var pools = PoolsOf(beat, ".title");
        return shown.Pick($"title {beat.Role}", Fits(limits.Title), pools) ?? PromptText.Capitalise(PromptText.Shorten(EndCard(), limits.Title));
    }

    /// <summary>One sentence about this product, and a second when the scene has time for it.</summary>
    private string Voiceover(StoryBeat beat, string headline)
    {
        var budget = limits.SpokenBudget(beat.Duration);
        var say = spoken.Pick($"say {beat.Role}", text => limits.SpokenLength(text) <= budget, PoolsOf(beat, ".say"));
        if (say is null)
        {
            return Sentence(headline);
        }

        var left = budget - limits.SpokenLength(say);
        var second = left < 3 ? null : shown.Pick($"more {beat.Role}", text => limits.SpokenLength(text) <= left, [new LinePool(bank.Lines(brief.Category, beat.Role), CategoryWeight, slots), new LinePool(bank.Lines(LineBank.General, "more"), GeneralWeight, slots)]);
        return second is null ? Sentence(say) : Join(Sentence(second), Sentence(say));
    }

    private string Button()
    {
        if (brief.CallToAction is { } wished)
        {
            return wished;
        }

        var part = brief.Offer is { } offer && OfferKinds.IsTrial(offer) ? "button.trial" : "button";
        var pools = new List<LinePool> { new(bank.Lines(brief.Category, part), GeneralWeight, slots) };
        if (pools[0].Lines.Count == 0)
        {
            pools.Add(new LinePool(bank.Lines(LineBank.General, part), GeneralWeight, slots));
        }

        return shown.Pick("button", Fits(limits.Title), pools) ?? EndCard();
    }

    private string EndCard() => brief.Brand
        ?? (slots.TryFill("{Product}", out var product) ? PromptText.Shorten(product, limits.Name)
        : OwnWordsCopy.NameFor(brief, limits.Name));

    /// <summary>The pools for one part of a scene, such as its headline ("") or its subline (".sub").</summary>
    private List<LinePool> PoolsOf(StoryBeat beat, string part)
    {
        var fact = facts[beat.Index];
        var own = slots.With(fact.Feature);
        var pools = new List<LinePool>();
        if (fact.Feature is { } feature)
        {
            pools.Add(new LinePool(bank.Lines(LineBank.General, $"feature.{feature.Kind.ToString().ToLowerInvariant()}{part}"), FactWeight, own));
            pools.Add(new LinePool(bank.Lines(LineBank.General, $"feature{part}"), FactWeight, own));
        }

        if (fact.Attribute is { } attribute)
        {
            pools.Add(new LinePool(bank.Lines("+" + Folding.Fold(attribute), SceneRoles.Product + part), FactWeight, own));
        }

        if (beat.Role == SceneRoles.Problem && brief.SpeaksPromptLanguage && brief.Features.FirstOrDefault(item => item.Kind == FeatureKind.Without) is { } burden)
        {
            pools.Add(new LinePool(bank.Lines(LineBank.General, "problem.without" + part), FactWeight, slots.With(burden)));
        }

        pools.AddRange(Own(beat.Role + part, own, CategoryWeight));
        return pools;
    }

    private IEnumerable<LinePool> Own(string part, Slots with, int weight)
    {
        yield return new LinePool(bank.Lines(brief.Category, part), weight, with);
        yield return new LinePool(bank.Lines(LineBank.General, part + ".prompt"), PromptWeight, with);
        if (brief.Category != LineBank.General)
        {
            yield return new LinePool(bank.Lines(LineBank.General, part), GeneralWeight, with);
        }
    }

    private IEnumerable<LinePool> Moments()
    {
        foreach (var moment in bank.Lines(brief.Category, "moment"))
        {
            yield return new LinePool(bank.Lines(LineBank.General, "sub.moment"), GeneralWeight, slots.With("moment", moment));
        }
    }

    private static Func<string, bool> Fits(int limit) => text => PromptText.Length(text) <= limit;

    private string Join(string first, string second) => limits.CountsWords || brief.Language == "ko" ? $"{first} {second}" : first + second;

    private string Sentence(string text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + (brief.Language is "ja" or "zh" ? "。" : ".") : text;
}
