namespace Reelwright.Media.Scenes;

/// <summary>The layout that a frame's proportions require.</summary>
public enum SceneShape
{
    /// <summary>9:16 and other upright frames: product above, text below it.</summary>
    Tall,

    /// <summary>1:1: product above, text below it.</summary>
    Square,

    /// <summary>16:9: text on the left, product on the right.</summary>
    Wide,
}
