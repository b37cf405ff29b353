using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Tests.MediaFiles;

public sealed class MediaKeyTests
{
    [Theory]
    [InlineData("film.mp4")]
    [InlineData("jobs/550e8400-e29b-41d4-a716-446655440000/clips/ab12.mp4")]
    [InlineData("jobs/j/clips/ab12.recipe.json")]
    [InlineData("a_b-c.d/_x")]
    public void Plain_names_are_keys(string text) => MediaKey.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("jobs/../secret")]
    [InlineData("..")]
    [InlineData("jobs/./x")]
    [InlineData("jobs//x")]
    [InlineData("jobs/x/")]
    [InlineData(".incoming/x")]
    [InlineData("jobs/.hidden")]
    [InlineData("jobs\\x")]
    [InlineData("C:/x")]
    [InlineData("jobs/a b")]
    [InlineData("jobs/é")]
    [InlineData("jobs/x\n")]
    [InlineData("jobs/x\0y")]
    [InlineData("-rf/x")]
    [InlineData("jobs/%2e%2e/x")]
    [InlineData("~/x")]
    public void Text_with_path_traversal_or_control_characters_is_no_key(string text)
    {
        MediaKey.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => MediaKey.Parse(text)).Message.ShouldContain("not a media key");
    }

    [Fact]
    public void A_key_is_bounded_in_length()
    {
        MediaKey.TryParse(new string('a', 128), out _).ShouldBeTrue();
        MediaKey.TryParse(new string('a', 129), out _).ShouldBeFalse();
        MediaKey.TryParse(string.Join('/', Enumerable.Repeat("abcdefgh", 60)), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_key_has_a_file_name_and_an_extension()
    {
        var key = MediaKey.Parse("jobs/j/films/h/Film.MP4");
        key.FileName.ShouldBe("Film.MP4");
        key.Extension.ShouldBe(".mp4");
    }
}
