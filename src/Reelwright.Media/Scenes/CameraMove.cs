namespace Reelwright.Media.Scenes;

/// <summary>Words of <see cref="SceneRecipe.Camera"/>; any other is drawn as <see cref="PushIn"/>.</summary>
internal static class CameraMove
{
    public const string PushIn = "push_in";
    public const string PullOut = "pull_out";
    public const string PanLeft = "pan_left";
    public const string PanRight = "pan_right";
    public const string Orbit = "orbit";
    public const string CloseUp = "close_up";
    public const string Static = "static";
}
