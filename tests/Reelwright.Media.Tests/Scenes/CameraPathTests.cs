using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Scenes;

public sealed class CameraPathTests
{
    [Theory]
    [InlineData("push_in")]
    [InlineData("pull_out")]
    [InlineData("pan_left")]
    [InlineData("pan_right")]
    [InlineData("orbit")]
    [InlineData("close_up")]
    [InlineData("static")]
    public void The_camera_moves_on_through_the_end_of_its_scene_without_a_jolt(string camera)
    {
        var path = new CameraPath(camera, "product", 0, SceneLayout.For(1080, 1920, "product"));
        var poses = Enumerable.Range(0, 181).Select(i => path.At(i / 150.0)).ToArray();
        var speeds = poses.Zip(poses.Skip(1), (a, b) => (Zoom: b.Zoom - a.Zoom, Pan: b.PanX - a.PanX, Roll: b.Roll - a.Roll)).ToArray();

        speeds.Zip(speeds.Skip(1)).ShouldAllBe(pair =>
            Math.Abs(pair.First.Zoom - pair.Second.Zoom) < 1e-4
            && Math.Abs(pair.First.Pan - pair.Second.Pan) < 1e-4
            && Math.Abs(pair.First.Roll - pair.Second.Roll) < 1e-4);
        speeds[^1].ShouldNotBe((0, 0, 0));
        poses.Max(pose => pose.Zoom).ShouldBeLessThanOrEqualTo(path.LargestZoom() + 1e-9);
    }

    [Fact]
    public void An_end_card_keeps_its_product_small()
    {
        foreach (var camera in (string[])["close_up", "push_in", "pull_out", "orbit"])
        {
            new CameraPath(camera, "cta", 3, SceneLayout.For(1920, 1080, "cta")).LargestZoom().ShouldBeLessThan(1.07);
        }
    }
}
