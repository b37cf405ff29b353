using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Frames;

public sealed class SceneRendererTests
{
    public static TheoryData<string, string> Looks
    {
        get
        {
            var looks = new TheoryData<string, string>();
            foreach (var camera in (string[])["push_in", "pull_out", "pan_left", "pan_right", "orbit", "close_up", "static", "a word from elsewhere"])
            {
                foreach (var role in (string[])["hook", "problem", "product", "proof", "cta"])
                {
                    looks.Add(camera, role);
                }
            }

            return looks;
        }
    }

    [Fact]
    public void The_same_recipe_gives_the_same_bytes()
    {
        var recipe = Scene.Of(camera: "orbit");

        Scene.Frame(recipe, 70).ShouldBe(Scene.Frame(recipe, 70));
    }

    [Fact]
    public void Another_seed_gives_another_picture()
    {
        var recipe = Scene.Of();

        var other = Scene.Frame(recipe with { Art = recipe.Art with { Seed = 8 } }, 30);

        Scene.Difference(recipe, Scene.Frame(recipe, 30), other).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_mood_sets_how_strong_the_lights_are_and_how_fast_they_drift()
    {
        var recipe = Scene.Of();
        SceneRecipe In(string mood) => recipe with { Art = recipe.Art with { Mood = mood } };
        double Light(string mood) => Scene.Frame(In(mood), 0)[..(recipe.Width * recipe.Height)].Average(pixel => (double)pixel);
        double Moved(string mood) => Scene.Difference(recipe, Scene.Frame(In(mood), 60), Scene.Frame(In(mood), 150));

        Light("energetic").ShouldBeGreaterThan(Light("calm") + 1);
        Moved("energetic").ShouldBeGreaterThan(Moved("calm"));
        Scene.Difference(recipe, Scene.Frame(In("unheard of"), 30), Scene.Frame(recipe, 30)).ShouldBe(0);
    }

    [Fact]
    public void Frames_drawn_side_by_side_equal_frames_drawn_one_by_one()
    {
        using var scene = SceneRenderer.Create(Scene.Of(camera: "orbit"), null);
        var serial = Enumerable.Range(0, 24).Select(scene.Frame).ToArray();
        var parallel = new byte[serial.Length][];

        Parallel.For(0, serial.Length, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i => parallel[i] = scene.Frame(i));

        for (var i = 0; i < serial.Length; i++)
        {
            parallel[i].AsSpan().SequenceEqual(serial[i]).ShouldBeTrue($"frame {i} differs");
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Every_camera_and_role_stays_in_range_in_every_shape(string camera, string role)
    {
        foreach (var (width, height) in ((int, int)[])[(190, 320), (320, 190), (190, 190)])
        {
            var recipe = Scene.Of(width, height, role, camera);
            using var scene = SceneRenderer.Create(recipe, null);
            foreach (var number in (int[])[0, 45, 165])
            {
                var frame = scene.Frame(number);
                var luma = frame.AsSpan(0, width * height);
                var chroma = frame.AsSpan(width * height);
                luma.IndexOfAnyExceptInRange((byte)16, (byte)235).ShouldBe(-1);
                chroma.IndexOfAnyExceptInRange((byte)16, (byte)240).ShouldBe(-1);
            }
        }
    }

    [Theory]
    [InlineData("push_in")]
    [InlineData("pull_out")]
    [InlineData("pan_left")]
    [InlineData("orbit")]
    [InlineData("close_up")]
    [InlineData("static")]
    public void No_frame_equals_the_one_before_it_not_even_beyond_the_end(string camera)
    {
        var recipe = Scene.Of(camera: camera);
        using var scene = SceneRenderer.Create(recipe, null);
        var before = scene.Frame(139);
        for (var number = 140; number < 170; number++)
        {
            var frame = scene.Frame(number);
            frame.AsSpan().SequenceEqual(before).ShouldBeFalse($"frame {number} equals the one before");
            before = frame;
        }
    }

    [Theory]
    [InlineData("push_in")]
    [InlineData("pan_left")]
    [InlineData("orbit")]
    public void Motion_is_even_from_frame_to_frame(string camera)
    {
        // Between two sweeps of light; whole-pixel steps would show as frames that differ much, then not at all.
        var recipe = Scene.Of(540, 960, camera: camera);
        using var scene = SceneRenderer.Create(recipe, null);
        var before = scene.Frame(80);
        List<double> steps = [];
        for (var number = 81; number < 105; number++)
        {
            var frame = scene.Frame(number);
            steps.Add(Scene.Difference(recipe, before, frame));
            before = frame;
        }

        steps.Max().ShouldBeLessThan(3);
        steps.Zip(steps.Skip(1)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.25 * Math.Max(pair.First, pair.Second));
    }

    [Fact]
    public void The_last_columns_are_drawn_though_the_width_is_no_multiple_of_a_vector()
    {
        var recipe = Scene.Of(286, 286, camera: "static", direction: "soft_pastel");
        var frame = Scene.Frame(recipe, 60);
        var chroma = frame.AsSpan(286 * 286, 143 * 143);
        for (var y = 0; y < 143; y += 13)
        {
            Math.Abs(Mean(frame.AsSpan((y * 2 * 286) + 280, 6)) - Mean(frame.AsSpan((y * 2 * 286) + 262, 6))).ShouldBeLessThan(12);
            Math.Abs(Mean(chroma.Slice((y * 143) + 137, 6)) - Mean(chroma.Slice((y * 143) + 125, 6))).ShouldBeLessThan(8);
        }
    }

    [Fact]
    public void A_problem_is_darker_and_greyer_than_the_product()
    {
        var product = Scene.Frame(Scene.Of(role: "product", camera: "static"), 60);
        var problem = Scene.Frame(Scene.Of(role: "problem", camera: "static"), 60);

        Mean(problem.AsSpan(0, 270 * 480)).ShouldBeLessThan(Mean(product.AsSpan(0, 270 * 480)) - 5);
        Colourfulness(problem).ShouldBeLessThan(Colourfulness(product) * 0.7);
    }

    [Fact]
    public void The_product_never_reaches_the_text()
    {
        // The same scene with and without a product: inside the text box there is no difference.
        foreach (var (width, height) in ((int, int)[])[(270, 480), (480, 270), (270, 270)])
        {
            var recipe = Scene.Of(width, height, camera: "close_up");
            var text = SceneLayout.For(width, height, recipe.Role).Headline;
            using var watch = SceneRenderer.Create(recipe, null);
            using var coffee = SceneRenderer.Create(recipe with { Art = recipe.Art with { Motif = "coffee" } }, null);
            var (a, b) = (watch.Frame(140), coffee.Frame(140));
            for (var y = (int)text.Y + 1; y < text.Bottom; y++)
            {
                var row = (y * width) + (int)text.X;
                var length = (int)(text.Width * 0.95);
                a.AsSpan(row, length).SequenceEqual(b.AsSpan(row, length)).ShouldBeTrue($"row {y} of {width}x{height}");
            }
        }
    }

    [Fact]
    public void A_recipe_of_another_version_is_refused() =>
        Should.Throw<NotSupportedException>(() => SceneRenderer.Create(Scene.Of() with { Version = 2 }, null));

    [Fact]
    public void An_odd_size_is_refused() =>
        Should.Throw<ArgumentException>(() => SceneRenderer.Create(Scene.Of(271, 480), null));

    private static double Mean(ReadOnlySpan<byte> values)
    {
        var total = 0;
        foreach (var value in values)
        {
            total += value;
        }

        return (double)total / values.Length;
    }

    private static double Colourfulness(byte[] frame) =>
        frame.Skip(270 * 480).Average(value => Math.Abs(value - 128));
}
