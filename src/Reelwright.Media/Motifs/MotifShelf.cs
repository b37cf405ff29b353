namespace Reelwright.Media.Motifs;

/// <summary>All motifs.</summary>
internal static class MotifShelf
{
    private static readonly AbstractMotif Unknown = new();

    internal static IReadOnlyList<Motif> All { get; } =
    [
        Unknown,
        new WatchMotif(),
        new SmartwatchMotif(),
        new PhoneMotif(),
        new CoffeeMotif(),
        new TeaMotif(),
        new PerfumeMotif(),
        new FitnessMotif(),
        new FinanceMotif(),
        new ShoeMotif(),
        new BakeryMotif(),
        new HeadphonesMotif(),
        new LaptopMotif(),
        new CameraMotif(),
        new CosmeticsMotif(),
        new TravelMotif(),
        new DrinkMotif(),
        new BurgerMotif(),
        new GiftMotif(),
        new WineMotif(),
        new JewelleryMotif(),
        new PlantMotif(),
        new HouseMotif(),
        new BookMotif(),
        new BagMotif(),
        new CarMotif(),
        new ApparelMotif(),
        new GamepadMotif(),
        new GroceryMotif(),
        new ToyMotif(),
        new BicycleMotif(),
        new PetMotif(),
        new PlateMotif(),
        new PizzaMotif(),
        new BowlMotif(),
        new IceCreamMotif(),
        new MilkMotif(),
        new TicketMotif(),
        new CharityMotif(),
        new YogaMotif(),
        new JarMotif(),
        new ChocolateMotif(),
        new CandleMotif(),
    ];

    internal static Motif Find(string name) => All.FirstOrDefault(motif => motif.Name == name) ?? Unknown;
}
