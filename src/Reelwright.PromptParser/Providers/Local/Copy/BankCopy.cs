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
    private readonly PlainSlots plain;
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
        plain = new PlainSlots(beats, beat => shelf.Facts(beat).Count > 0 && beat.Role is SceneRoles.Product or SceneRoles.Proof, brief.Category, brief.Seed);
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
        (brief.Product.IsNamed || beat.Role != SceneRoles.Hook ? null : OwnWordsCopy.LineFor(brief, beat, limits.Headline))
        ?? Pick(beat, "headline", limits.Headline, LineOrigin.Any, shelf.Facts(beat))
        ?? (plain.HeadlineOf(beat) ? Pick(beat, "headline", limits.Headline, LineOrigin.Plain, shelf.Own(beat.Role)) : null)
        ?? PickLine(beat, "headline", limits.Headline, shelf.Lines(beat.Role))
        ?? OwnWordsCopy.LineFor(brief, beat, limits.Headline);

    private string? Subline(StoryBeat beat)
    {
        if (beat.Role == SceneRoles.CallToAction)
        {
            return null;
        }

        IReadOnlyList<LinePool> own = [.. shelf.Own(beat.Role + ".sub"), .. shelf.Own("sub")];
        return Pick(beat, "subline", limits.Subline, LineOrigin.Any, shelf.Asides(beat))
            ?? (plain.SublineOf(beat) ? Pick(beat, "subline", limits.Subline, LineOrigin.Plain, own) : null)
            ?? (bank.IsWoven && WantsSubline(beat) ? PickLine(beat, "subline", limits.Subline, [.. own, .. shelf.Lines(beat.Role + ".sub"), .. shelf.Moments()]) : null);
    }

    /// <summary>A second line under every headline would be too much to read: the product scenes have one, of the others each second one.</summary>
    private bool WantsSubline(StoryBeat beat) => beat.Role switch
    {
        SceneRoles.Product => true,
        SceneRoles.Problem => false,
        _ => StableHash.Mix(brief.Seed, $"has subline {beat.Index}") % 2 == 0,
    };

    private string Title(StoryBeat beat) =>
        Pick(beat, "title", limits.Title, LineOrigin.Any, shelf.BrandTitle(beat))
        ?? Pick(beat, "title", limits.Title, LineOrigin.Any, shelf.Lines(beat.Role + ".title"))
        ?? PromptText.Capitalise(PromptText.Shorten(EndCard(), limits.Title));

    private string? PickLine(StoryBeat beat, string kind, int limit, IReadOnlyList<LinePool> pools) =>
        (bank.IsWoven ? Pick(beat, kind, limit, LineOrigin.Woven, pools) : beat.Role == SceneRoles.Problem ? null : Pick(beat, kind, limit, LineOrigin.Woven, Signed(beat, pools)))
        ?? Pick(beat, kind, limit, LineOrigin.Any, pools);

    /// <summary>In a bank with few lines that carry the prompt's words, the others are signed with the product's name, so that no two films say the same.</summary>
    private IReadOnlyList<LinePool> Signed(StoryBeat beat, IReadOnlyList<LinePool> pools) =>
        [.. pools.Select(pool => pool with { Lines = [.. pool.Lines.Select(line => line.Contains('{', StringComparison.Ordinal) ? line : Signature.On(line, beat.Role, brief.Language))] })];

    private string? Pick(StoryBeat beat, string kind, int limit, LineOrigin weave, IReadOnlyList<LinePool> pools) =>
        shown.Pick($"{kind} {beat.Role}", text => limits.CanBeRead(text, limit), weave, pools);

    /// <summary>One sentence about this product, led in by another when the scene has time for both.</summary>
    private string Voiceover(StoryBeat beat, string headline)
    {
        var budget = limits.SpokenBudget(beat.Duration);
        const ulong PlainOnceIn = 3;
        var weave = StableHash.Mix(brief.Seed, $"plain say {beat.Index}") % PlainOnceIn != 0 ? LineOrigin.Woven : LineOrigin.Any;
        var say = Say(beat, budget, weave) ?? Say(beat, budget, LineOrigin.Any);
        var lead = say is null ? null : Lead(beat, budget, say);
        if (say is not null && lead is null)
        {
            say = Say(beat, budget, LineOrigin.Woven) ?? say;
        }

        return say is null ? Sentence(headline)
            : lead is null ? Sentence(say)
            : Join(Sentence(lead), Sentence(say));
    }

    private string? Say(StoryBeat beat, int budget, LineOrigin weave)
    {
        bool Fits(string text) => limits.SpokenLength(text) <= budget;
        return spoken.Pick($"say {beat.Role}", Fits, weave, shelf.Facts(beat, ".say")) ?? spoken.Pick($"say {beat.Role}", Fits, weave, bank.IsWoven ? shelf.Lines(beat.Role + ".say") : Signed(beat, shelf.Lines(beat.Role + ".say")));
    }

    private string? Lead(StoryBeat beat, int budget, string say)
    {
        const int ShortestLead = 3;
        var left = budget - limits.SpokenLength(say);
        return left < ShortestLead
            ? null
            : shown.Pick($"lead {beat.Role}", text => limits.SpokenLength(text) <= left && !RepetitionCheck.Between(text, say), LineOrigin.Plain, shelf.Own(beat.Role));
    }

    private string Button()
    {
        if (brief.CallToAction is { } wished)
        {
            return wished;
        }

        var part = brief.Offer is { } offer && OfferKinds.IsTrial(offer) ? "button.trial" : "button";
        return shown.Pick("button", text => PromptText.Length(text) <= limits.Title, LineOrigin.Any, shelf.Buttons(part)) ?? EndCard();
    }

    private string EndCard() => brief.Brand
        ?? (slots.TryFill("{Product}", out var product) ? PromptText.Shorten(product, limits.Name)
        : OwnWordsCopy.NameFor(brief, limits.Name));

    private string Join(string first, string second) => brief.Language is "ja" or "zh" ? first + second : $"{first} {second}";

    private string Sentence(string text) => EndsOpen(text) && brief.Language != "th" ? text + (brief.Language is "ja" or "zh" ? "。" : ".") : text;

    /// <summary>True when no mark closes the text; a quotation mark at its end does not.</summary>
    private static bool EndsOpen(string text)
    {
        var inside = text.TrimEnd('"', '”', '»', '」');
        return inside.Length > 0 && inside[^1] is not ('.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।');
    }
}
