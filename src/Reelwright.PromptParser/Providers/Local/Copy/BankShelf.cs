using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>The parts of a bank that fit one brief.</summary>
internal sealed class BankShelf
{
    private const string Charity = "charity";
    private const int CategoryWeight = 4;
    private const int FamilyWeight = 2;
    private const int NameWeight = 2;
    private readonly AdBrief brief;
    private readonly LineBank bank;
    private readonly IReadOnlyList<BeatFact> facts;
    private readonly Slots slots;
    private readonly Slots goods;
    private readonly string family;

    public BankShelf(AdBrief brief, LineBank bank, Slots slots, IReadOnlyList<BeatFact> facts)
    {
        this.brief = brief;
        this.bank = bank;
        this.facts = facts;
        family = ProductFamilies.Of(brief.Category, brief.Product.Noun);
        this.slots = family == ProductFamilies.Place ? slots.AsHouse() : slots;
        goods = ProductFamilies.IsVisited(brief.Category) || !bank.IsWoven ? this.slots
            : family == ProductFamilies.Place ? this.slots.ForGoods(ProductFamilies.GoodsOf(brief.Product), brief.Language)
            : family == ProductFamilies.Use ? this.slots.ForGoods(null, brief.Language)
            : this.slots;
    }

    /// <summary>Lines on what the prompt says; empty when this scene has nothing of it to tell.</summary>
    public IReadOnlyList<LinePool> Facts(StoryBeat beat, string part = "")
    {
        var fact = facts[beat.Index];
        if (fact.IsIntroduction)
        {
            return [Introducing("product.brand" + part)];
        }

        if (fact.Feature is { } feature)
        {
            return [.. Named(bank.Lines(LineBank.General, KindOf(feature) + part), 1, slots.With(feature)), General("feature" + part, slots.With(feature))];
        }

        if (fact.Attribute is { } attribute)
        {
            return [new LinePool(bank.Lines("+" + Folding.Fold(attribute), SceneRoles.Product + part), 1, slots)];
        }

        return beat.Role switch
        {
            SceneRoles.Problem when Burden() is { } burden => [General("problem.without" + part, slots.With(burden))],
            SceneRoles.Problem when brief.Category != Charity => [General("problem.prompt" + part, slots)],
            SceneRoles.CallToAction => [General(brief.Offer is null && part.Length == 0 ? "web" : "offer" + part, slots)],
            _ => [],
        };
    }

    public IReadOnlyList<LinePool> Asides(StoryBeat beat) => facts[beat.Index] switch
    {
        { Aside: { } aside } => [General(KindOf(aside) + ".sub", slots.With(aside)), General("feature.sub", slots.With(aside))],
        { AsidePart: { } part } => [Introducing(part)],
        _ => [],
    };

    public IReadOnlyList<LinePool> BrandTitle(StoryBeat beat) => beat.Role == SceneRoles.Hook ? [General("hook.brand.title", slots)]
        : facts[beat.Index].IsIntroduction ? [General("product.brand.title", slots)]
        : [];

    public IReadOnlyList<LinePool> Lines(string part) => [.. Own(part), .. ByPart(part, bank.Lines(family, part), FamilyWeight, slots), .. Universal(part)];

    /// <summary>Lines on this kind of product only.</summary>
    public IReadOnlyList<LinePool> Own(string part) => goods == slots ? ByPart(part, bank.Lines(brief.Category, part), CategoryWeight, slots) : [new(bank.Lines(brief.Category, part), CategoryWeight, goods)];

    /// <summary>Buttons of the kind and of the family; those for anything only when there are no others.</summary>
    public IReadOnlyList<LinePool> Buttons(string part)
    {
        LinePool[] own = [new(brief.Category == LineBank.General ? [] : bank.Lines(brief.Category, part), 1, goods), new(bank.Lines(family, part), FamilyWeight, slots)];
        return own.All(pool => !pool.Lines.Any(line => pool.Slots.TryFill(line, out _))) ? [General(part, slots)] : own;
    }

    public IReadOnlyList<LinePool> Moments() =>
        [.. bank.Lines(brief.Category, "moment").Select(moment => General("sub.moment", goods.With("moment", moment)))];

    /// <summary>Nobody chooses between charities as between shoes, so that they have lines of their own only.</summary>
    private IEnumerable<LinePool> Universal(string part) =>
        brief.Category == LineBank.General || (brief.Category == Charity && (bank.IsWoven || bank.Lines(Charity, part).Count > 0)) ? [] : ByPart(part, bank.Lines(LineBank.General, part), 1, slots);

    /// <summary>Once the film has introduced the product by its name, lines call it so.</summary>
    private IReadOnlyList<LinePool> ByPart(string part, IReadOnlyList<string> lines, int weight, Slots with) =>
        part.StartsWith(SceneRoles.Product, StringComparison.Ordinal) || part.StartsWith(SceneRoles.Proof, StringComparison.Ordinal) || part.StartsWith(SceneRoles.CallToAction, StringComparison.Ordinal)
            ? Named(lines, weight, with)
            : [new(lines, weight, with)];

    private IReadOnlyList<LinePool> Named(IReadOnlyList<string> lines, int weight, Slots with) => brief.Brand is { } name && !brief.Product.IsProper
        ? [new(lines, weight * NameWeight, with.ByName(name, brief.Language)), new(lines, weight, with)]
        : [new(lines, weight, with)];

    /// <summary>What the kind of product says of itself, where its bank does; nobody's shelter is "made for you".</summary>
    private LinePool Introducing(string part) => bank.Lines(brief.Category, part) is { Count: > 0 } own && !bank.IsWoven ? new LinePool(own, 1, slots) : General(part, slots);

    private LinePool General(string part, Slots with) => new(bank.Lines(LineBank.General, part), 1, with);

    private Feature? Burden() => brief.SpeaksPromptLanguage ? brief.Features.FirstOrDefault(feature => feature.Kind == FeatureKind.Without) : null;

    private static string KindOf(Feature feature) => "feature." + feature.Kind.ToString().ToLowerInvariant();
}
