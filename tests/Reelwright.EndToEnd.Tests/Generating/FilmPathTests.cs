using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Generating;
using Reelwright.Terminal;

namespace Reelwright.EndToEnd.Tests.Generating;

public sealed class FilmPathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Luxury watches!", "luxury-watches")]
    [InlineData("  A bakery in Lyon: « croissants », 7 h  ", "a-bakery-in-lyon-croissants")]
    [InlineData("新しい抹茶ラテの広告を作って", "新しい抹茶ラテの広告を作って")]
    [InlineData("🍵🍵🍵 !!", "ad")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_name_is_made_of_the_prompt_s_words(string prompt, string name)
    {
        FilmPath.NameFrom(prompt).ShouldBe(name);
    }

    [Fact]
    public void A_name_is_never_long()
    {
        FilmPath.NameFrom(new string('a', 500)).Length.ShouldBe(48);
    }

    [Fact]
    public void A_film_that_is_there_is_not_overwritten_by_a_made_up_name()
    {
        File.WriteAllText(folder["tea.mp4"], string.Empty);

        FilmPath.Choose(folder.Path, "Tea").ShouldBe(folder["tea-2.mp4"]);
    }

    [Fact]
    public void A_path_that_was_asked_for_is_taken_as_it_is()
    {
        FilmPath.Choose(folder["one.mp4"], "Tea").ShouldBe(folder["one.mp4"]);
        FilmPath.Choose(folder["two"], "Tea").ShouldBe(folder["two.mp4"]);
    }

    [Theory]
    [InlineData("new/one.mp4")]
    [InlineData("new/")]
    public void A_folder_that_does_not_exist_is_named_and_not_made(string path)
    {
        var refused = Should.Throw<CommandException>(() => FilmPath.Choose(folder[path], "Tea"));

        refused.ExitCode.ShouldBe(ExitCodes.BadInput);
        refused.Message.ShouldStartWith($"--out: there is no folder {folder["new"]}");
        refused.Message.ShouldEndWith("in one that exists.");
        Directory.Exists(folder["new"]).ShouldBeFalse();
    }
}
