using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Writes copy from a line bank: what the prompt itself says comes first, lines on its kind of product next, lines that fit anything last.</summary>
internal sealed class BankCopy
{
    private readonly AdBrief brief;
    private readonly LineBank bank;
    private readonly IReadOnlyList<StoryBeat> beats;
    private readonly CopyLimits limits;
    private readonly Slots slots;
    private readonly BankShelf shelf;
    private readonly LinePicker shown;
    private readonly LinePicker spoken;

    public BankCopy(AdBrief brief, LineBank bank, IReadOnlyList<StoryBeat> beats)
    {
        this.brief = brief;
        this.bank = bank;
        this.beats = beats;
        limits = CopyLimits.Of(brief.Language);
        slots = new Slots(brief);
        shelf = new BankShelf(brief, bank, slots, BeatFacts.Deal(beats, brief, bank));
        string[] free = [brief.Product.Phrase, brief.Brand ?? ""];
        shown = new LinePicker(brief.Seed, free);
        spoken = new LinePicker(brief.Seed, free);
    }

    public AdCopy Write()
    {
        var button = Button();
        shown.Use(button);
        var headlines = beats.Select(Headline).ToList();
        var sublines = beats.Select(Subline).ToList();
        return new AdCopy(
            [.. beats.Select(beat => new SceneCopy(Title(beat), headlines[beat.Index], sublines[beat.Index], Voiceover(beat, headlines[beat.Index])))],
            EndCard(),
            button);
    }

    private string Headline(StoryBeat beat) =>
        Pick(beat, "headline", limits.Headline, shelf.Facts(beat), shelf.Lines(beat.Role)) ?? OwnWordsCopy.LineFor(brief, beat, limits.Headline);

    private string? Subline(StoryBeat beat) => beat.Role == SceneRoles.CallToAction
        ? null
        : Pick(beat, "subline", limits.Subline, shelf.Asides(beat), [.. shelf.Lines(beat.Role + ".sub"), .. shelf.Lines("sub"), .. shelf.Moments()]);

    private string Title(StoryBeat beat) =>
        Pick(beat, "title", limits.Title, shelf.BrandTitle(beat), shelf.Lines(beat.Role + ".title")) ?? PromptText.Capitalise(PromptText.Shorten(EndCard(), limits.Title));

    private string? Pick(StoryBeat beat, string kind, int limit, params IReadOnlyList<LinePool>[] tiers)
    {
        foreach (var tier in tiers)
        {
            if (shown.Pick($"{kind} {beat.Role}", text => PromptText.Length(text) <= limit, tier) is { } line)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>One sentence about this product, led in by another when the scene has time for both.</summary>
    private string Voiceover(StoryBeat beat, string headline)
    {
        var budget = limits.SpokenBudget(beat.Duration);
        bool Fits(string text) => limits.SpokenLength(text) <= budget;
        var say = spoken.Pick($"say {beat.Role}", Fits, shelf.Facts(beat, ".say")) ?? spoken.Pick($"say {beat.Role}", Fits, shelf.Lines(beat.Role + ".say"));
        if (say is null)
        {
            return Sentence(headline);
        }

        var left = budget - limits.SpokenLength(say);
        var lead = left < 3 ? null : shown.Pick($"lead {beat.Role}", text => limits.SpokenLength(text) <= left && !Echo.Between(text, say), shelf.Leads(beat.Role));
        return lead is null ? Sentence(say) : Join(Sentence(lead), Sentence(say));
    }

    private string Button()
    {
        if (brief.CallToAction is { } wished)
        {
            return wished;
        }

        var part = brief.Offer is { } offer && OfferKinds.IsTrial(offer) ? "button.trial" : "button";
        var own = bank.Lines(brief.Category, part);
        var pool = new LinePool(own.Count > 0 ? own : bank.Lines(LineBank.General, part), 1, slots);
        return shown.Pick("button", text => PromptText.Length(text) <= limits.Title, [pool]) ?? EndCard();
    }

    private string EndCard() => brief.Brand
        ?? (slots.TryFill("{Product}", out var product) ? PromptText.Shorten(product, limits.Name)
        : OwnWordsCopy.NameFor(brief, limits.Name));

    private string Join(string first, string second) => brief.Language is "ja" or "zh" ? first + second : $"{first} {second}";

    private string Sentence(string text) => text.Length > 0 && (char.IsLetterOrDigit(text[^1]) || text[^1] is '%' or '€') ? text + (brief.Language is "ja" or "zh" ? "。" : ".") : text;
}
