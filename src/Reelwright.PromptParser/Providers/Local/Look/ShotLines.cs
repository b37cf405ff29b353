using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>What happens in front of the camera, by the scene's role and the kind of product.</summary>
internal static class ShotLines
{
    public static IReadOnlyList<string> Of(string role, string category) => role switch
    {
        SceneRoles.Hook => Hooks,
        SceneRoles.Problem => Problems,
        SceneRoles.Product => ProductsOf(category),
        SceneRoles.Proof => Proofs,
        _ => Ends,
    };

    private static readonly string[] Hooks =
    [
        "{subject} emerges from shadow as a sweep of light crosses it", "{subject} drops into frame and comes to rest in the light", "extreme detail of {subject} before the whole comes into view",
        "{subject} turns slowly while particles drift through the light", "silhouette of {subject} against a glowing backdrop, then the light comes up",
    ];

    private static readonly string[] Problems =
    [
        "{subject} waits out of reach at the far side of a dim, restless scene", "a cluttered everyday moment that {subject} is about to change", "{subject} seen small in a large, muted space",
        "an ordinary day in flat grey light, with {subject} as the only colour", "a hurried morning blurs past while {subject} stays still and sharp",
    ];

    private static readonly string[] Proofs =
    [
        "hands take {subject} with obvious pleasure", "{subject} in daily use, one unposed moment", "the finest details and materials of {subject}", "{subject} at the centre of a happy, lived-in scene",
        "{subject} seen from a second angle that shows how well it is made",
    ];

    private static readonly string[] Ends =
    [
        "{subject} centred and still on a clean backdrop, space below for a name", "{subject} as a calm hero shot with a soft halo, room for an end card", "{subject} settles into its final place as the background quiets down",
    ];

    private static IReadOnlyList<string> ProductsOf(string category) => category switch
    {
        "coffee" or "tea" or "hotdrink" => ["steam curls up from {subject} on a small table", "{subject} is poured in a slow, glossy stream", "the surface of {subject} catches the window light"],
        "bakery" or "food" or "restaurant" => ["{subject} in warm light, crumbs and steam in the air", "hands set {subject} down on a wooden table", "{subject} broken open to show its texture"],
        "watch" or "jewellery" => ["light travels along the edges of {subject}", "{subject} rests on dark stone, reflections gliding over it", "{subject} worn, a sleeve sliding back to show it"],
        "app" or "banking" or "saas" => ["{subject} on the screen of a floating phone, panels lifting off as cards", "a thumb moves through {subject}, everything responds at once", "the screens of {subject} glide past in a clean sequence"],
        "shoe" or "fitness" or "bicycle" => ["{subject} in mid-motion, dust and light trails behind", "{subject} hits the ground in slow motion", "{subject} floats and rotates against a flash of colour"],
        "car" => ["{subject} glides through a tunnel of light", "reflections run over the bodywork of {subject}", "{subject} comes to rest at the edge of a wide view"],
        "fashion" => ["{subject} worn down a street in low sun", "{subject} slides along a rail into the light", "every seam of {subject} seen up close, turning slowly"],
        "kids" => ["small hands reach for {subject} on a sunlit floor", "{subject} comes into frame at a child's eye level", "{subject} among soft colours, gently coming to rest"],
        "gaming" => ["the glow of {subject} fills a dark room", "thumbs race as {subject} pulses with light", "{subject} floats in neon haze, particles streaming past"],
        "pet" => ["a curious nose comes up to {subject}", "{subject} waits in a patch of morning sun", "a happy head tilts towards {subject}"],
        "perfume" or "beauty" => ["{subject} among drifting petals and mist", "a drop runs down the glass of {subject}", "{subject} stands in rippling water light"],
        "travel" or "realestate" => ["doors open onto {subject} in golden light", "the view glides towards {subject}", "{subject} as morning light moves across it"],
        _ => ["{subject} presented on a simple pedestal, slowly turning", "{subject} floats in the centre while light plays over it", "{subject} comes into sharp focus, everything else falls away"],
    };
}
