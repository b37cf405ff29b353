namespace Reelwright.Media.Scenes;

/// <summary>
/// A camera move as a function of time. It continues after the scene's end, because a transition still shows the scene then.
/// </summary>
internal sealed class CameraPath(string camera, string role, int index, SceneLayout layout)
{
    /// <summary>A close-up moves away from the text: up when the text is below, right when it is at the left.</summary>
    private readonly double _closeX = layout.Shape == SceneShape.Wide ? 0.18 : 0.05;

    /// <summary>In a square frame the text leaves too little height for the largest.</summary>
    private readonly double _closeZoom = layout.Shape == SceneShape.Square ? 1.22 : 1.52;

    private readonly double _closeY = layout.Shape == SceneShape.Wide ? 0.03 : layout.IsTextAbove ? 0.06 : -0.045;

    private readonly double _side = index % 2 == 0 ? 1 : -1;

    /// <summary>The pose at a share of the scene's duration; above 1 the move goes on.</summary>
    public CameraPose At(double progress)
    {
        var drift = (progress + Easing.Smooth(progress)) / 2;
        var pose = Move(drift, (drift - 0.5) * 2);
        return role == SceneRole.CallToAction ? Calm(pose) : pose;
    }

    /// <summary>The largest zoom of a move that lasts a little longer than its scene.</summary>
    public double LargestZoom() => Math.Max(At(0).Zoom, At(1.2).Zoom);

    private CameraPose Move(double drift, double swing) => camera switch
    {
        CameraMove.PullOut => new CameraPose(1.09 - (0.14 * drift), 0.012 * swing, 0, Turn(4 - (6 * drift)), 0.10 * _side * swing),
        CameraMove.PanLeft => new CameraPose(0.98 + (0.03 * drift), 0.055 * swing, 0, Turn(2.5 * swing), -0.16 * swing),
        CameraMove.PanRight => new CameraPose(0.98 + (0.03 * drift), -0.055 * swing, 0, Turn(2.5 * swing), 0.16 * swing),
        CameraMove.Orbit => new CameraPose(0.97 + (0.04 * drift), 0.02 * _side * swing, 0, Turn(-3 + (5 * drift)), 0.5 * _side * swing),
        CameraMove.CloseUp => new CameraPose(_closeZoom + (0.16 * drift), _closeX - (0.04 * swing), _closeY - (0.015 * swing), Turn(10 - (6 * drift)), 0),
        CameraMove.Static => new CameraPose(1 + (0.02 * drift), 0, 0, Turn(1.2 * swing), 0),
        _ => new CameraPose(0.94 + (0.13 * drift), 0, -0.01 * swing, Turn(-4 + (6 * drift)), 0.08 * _side * swing),
    };

    private double Turn(double degrees) => _side * degrees * Math.PI / 180;

    /// <summary>On an end card the product stays small and nearly upright, so that the text can be read.</summary>
    private static CameraPose Calm(CameraPose pose) => new(
        Math.Clamp(1 + ((pose.Zoom - 1) * 0.4), 0.96, 1.06), pose.PanX * 0.3, pose.PanY * 0.3, pose.Roll * 0.5, pose.Yaw * 0.4);
}
