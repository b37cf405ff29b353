namespace Reelwright.Media.Frames;

/// <summary>From a point of the frame to a point of a sprite: u = Ux x + Uy y + U0, v = Vx x + Vy y + V0.</summary>
internal readonly record struct AffineMap(double Ux, double Uy, double U0, double Vx, double Vy, double V0)
{
    /// <summary>
    /// The inverse of: shrink the sprite around its centre by <paramref name="scale"/>, turn it away by <paramref name="yaw"/>
    /// (a narrower and sheared picture, all that perspective leaves of a thin thing), roll it, move its centre to a point.
    /// </summary>
    public static AffineMap Place(
        double spriteWidth, double spriteHeight, double centreX, double centreY, double scale, double roll, double yaw)
    {
        var (sin, cos) = Math.SinCos(roll);
        var narrow = Math.Cos(yaw);
        var shear = 0.08 * Math.Sin(yaw);

        // Forward: screen = roll * [narrow 0; shear 1] * scale * sprite; here its inverse.
        var ux = cos / (narrow * scale);
        var uy = sin / (narrow * scale);
        var vx = (-sin / scale) - (shear * ux);
        var vy = (cos / scale) - (shear * uy);
        return new AffineMap(
            ux, uy, (spriteWidth / 2) - (ux * centreX) - (uy * centreY),
            vx, vy, (spriteHeight / 2) - (vx * centreX) - (vy * centreY));
    }
}
