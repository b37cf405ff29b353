namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Places that tell "from Lyon" (where) apart from "from Aurum" (who).</summary>
internal static class Places
{
    private static readonly HashSet<string> Known = new(
        ("paris lyon marseille bordeaux lille nantes toulouse nice strasbourg london manchester edinburgh glasgow dublin bristol leeds liverpool oxford cambridge brighton berlin munich hamburg cologne frankfurt "
        + "munchen koln leipzig dresden stuttgart dusseldorf wien vienna zurich geneva bern basel salzburg madrid barcelona valencia sevilla seville bilbao malaga lisbon lisboa porto rome roma milan milano turin "
        + "torino naples napoli florence firenze venice venezia bologna palermo amsterdam rotterdam brussels antwerp copenhagen stockholm oslo helsinki warsaw krakow prague budapest athens istanbul dubai "
        + "tokyo kyoto osaka seoul busan beijing shanghai shenzhen singapore bangkok hanoi bali mumbai delhi bangalore sydney melbourne auckland wellington toronto vancouver montreal chicago boston seattle "
        + "portland austin denver miami atlanta brooklyn manhattan texas california oregon hawaii alaska vermont colorado mexico oaxaca bogota lima santiago brazil brasil rio italy france spain germany japan "
        + "korea china india portugal greece ethiopia kenya colombia guatemala peru vietnam iceland norway sweden denmark finland switzerland austria scotland ireland wales england europe africa asia america usa "
        + "uk canada australia provence tuscany toscana normandy bretagne brittany alsace champagne burgundy bavaria bayern catalonia andalusia sicily sicilia sardinia cornwall yorkshire alps sahara new dallas houston phoenix tampa orlando nashville philadelphia detroit cleveland minneapolis sacramento vegas charlotte columbus leipzig nuremberg nurnberg annecy rennes montpellier bordeaux grenoble granada zaragoza braga coimbra genova bari verona utrecht eindhoven groningen haag naples london leeds sheffield cardiff belfast cork kyiv moscow москва москве dubai jakarta manila taipei hongkong cairo nairobi lagos johannesburg").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> NotPlaces = new(
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter english french german spanish italian portuguese japanese chinese korean valentine's valentines mother's father's mothers fathers halloween thanksgiving instagram tiktok youtube facebook hd ai".Split(' '),
        StringComparer.Ordinal);

    public static bool Knows(string word) => Known.Contains(Folding.Fold(word.Trim('.', ',', '!')));

    public static bool CouldBe(string word) => !NotPlaces.Contains(Folding.Fold(word));
}
