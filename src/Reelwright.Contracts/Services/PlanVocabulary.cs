namespace Reelwright.Contracts.Services;

/// <summary>What a scene does in the story.</summary>
public static class SceneRoles
{
    public const string Hook = "hook";
    public const string Problem = "problem";
    public const string Product = "product";
    public const string Proof = "proof";
    public const string CallToAction = "cta";

    public static IReadOnlyList<string> All { get; } = [Hook, Problem, Product, Proof, CallToAction];
}

/// <summary>Camera moves that the local renderer knows; any other word is drawn as <see cref="PushIn"/>.</summary>
public static class Cameras
{
    public const string PushIn = "push_in";
    public const string PullOut = "pull_out";
    public const string PanLeft = "pan_left";
    public const string PanRight = "pan_right";
    public const string Orbit = "orbit";
    public const string CloseUp = "close_up";
    public const string Static = "static";

    public static IReadOnlyList<string> All { get; } = [PushIn, PullOut, PanLeft, PanRight, Orbit, CloseUp, Static];
}

/// <summary>Transitions that the local composition knows; any other word is drawn as <see cref="Crossfade"/>.</summary>
public static class Transitions
{
    public const string Cut = "cut";
    public const string Crossfade = "crossfade";
    public const string PushUp = "push_up";
    public const string PushLeft = "push_left";

    /// <summary>Seconds of the longest overlap.</summary>
    public const decimal LongestOverlap = 0.5m;

    public static IReadOnlyList<string> All { get; } = [Cut, Crossfade, PushUp, PushLeft];

    /// <summary>
    /// Seconds for which a scene is still seen after its end, while the next one comes in: half of the shorter one, at most
    /// <see cref="LongestOverlap"/>, and none with a cut. The clip of the scene must last as much longer.
    /// </summary>
    public static decimal OverlapOf(string? transition, decimal seconds, decimal nextSeconds) =>
        transition == Cut ? 0 : decimal.Round(Math.Min(LongestOverlap, Math.Min(seconds, nextSeconds) / 2), 3);
}

/// <summary>Art directions of the local providers.</summary>
public static class ArtDirections
{
    public const string LuxuryMinimal = "luxury_minimal";
    public const string BoldPop = "bold_pop";
    public const string SoftPastel = "soft_pastel";
    public const string DarkTech = "dark_tech";
    public const string NaturalOrganic = "natural_organic";

    public static IReadOnlyList<string> All { get; } = [LuxuryMinimal, BoldPop, SoftPastel, DarkTech, NaturalOrganic];
}

/// <summary>Products that the local image provider can draw; any other word is drawn as <see cref="Abstract"/>.</summary>
public static class Motifs
{
    public const string Abstract = "abstract";
    public const string Apparel = "apparel";
    public const string Bag = "bag";
    public const string Bakery = "bakery";
    public const string Bicycle = "bicycle";
    public const string Book = "book";
    public const string Bowl = "bowl";
    public const string Burger = "burger";
    public const string Camera = "camera";
    public const string Candle = "candle";
    public const string Car = "car";
    public const string Charity = "charity";
    public const string Chocolate = "chocolate";
    public const string Coffee = "coffee";
    public const string Cosmetics = "cosmetics";
    public const string Drink = "drink";
    public const string Finance = "finance";
    public const string Fitness = "fitness";
    public const string Gamepad = "gamepad";
    public const string Gift = "gift";
    public const string Grocery = "grocery";
    public const string Headphones = "headphones";
    public const string House = "house";
    public const string IceCream = "icecream";
    public const string Jar = "jar";
    public const string Jewellery = "jewellery";
    public const string Laptop = "laptop";
    public const string Milk = "milk";
    public const string Perfume = "perfume";
    public const string Pet = "pet";
    public const string Phone = "phone";
    public const string Pizza = "pizza";
    public const string Plant = "plant";
    public const string Plate = "plate";
    public const string Shoe = "shoe";
    public const string Smartwatch = "smartwatch";
    public const string Tea = "tea";
    public const string Ticket = "ticket";
    public const string Toy = "toy";
    public const string Travel = "travel";
    public const string Watch = "watch";
    public const string Wine = "wine";
    public const string Yoga = "yoga";

    public static IReadOnlyList<string> All { get; } =
    [
        Abstract, Apparel, Bag, Bakery, Bicycle, Book, Bowl, Burger, Camera, Candle, Car, Charity, Chocolate, Coffee, Cosmetics, Drink, Finance, Fitness, Gamepad, Gift, Grocery,
        Headphones, House, IceCream, Jar, Jewellery, Laptop, Milk, Perfume, Pet, Phone, Pizza, Plant, Plate, Shoe, Smartwatch, Tea, Ticket, Toy, Travel, Watch, Wine, Yoga,
    ];
}

/// <summary>Where an overlay stands; each layout has its own place for it inside the safe box.</summary>
public static class OverlayPositions
{
    /// <summary>The scene's main line.</summary>
    public const string Headline = "headline";

    /// <summary>The line under it.</summary>
    public const string Subline = "subline";

    /// <summary>The small label above the picture.</summary>
    public const string Eyebrow = "eyebrow";

    /// <summary>The brand or product on the end card.</summary>
    public const string EndCard = "end_card";

    /// <summary>The button on the end card.</summary>
    public const string Button = "button";

    public static IReadOnlyList<string> All { get; } = [Headline, Subline, Eyebrow, EndCard, Button];
}

/// <summary>How an overlay comes in.</summary>
public static class OverlayStyles
{
    public const string Words = "words";
    public const string Rise = "rise";
    public const string Fade = "fade";
    public const string Pop = "pop";

    public static IReadOnlyList<string> All { get; } = [Words, Rise, Fade, Pop];
}
