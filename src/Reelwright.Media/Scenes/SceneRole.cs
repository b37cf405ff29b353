namespace Reelwright.Media.Scenes;

/// <summary>Words of <see cref="SceneRecipe.Role"/> that change how a scene is drawn.</summary>
internal static class SceneRole
{
    public const string Hook = "hook";
    public const string Problem = "problem";
    public const string Product = "product";
    public const string Proof = "proof";
    public const string CallToAction = "cta";
}
