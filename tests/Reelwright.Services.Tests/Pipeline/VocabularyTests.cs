using Reelwright.Contracts.Services;
using Reelwright.Media.Art;

namespace Reelwright.Services.Tests.Pipeline;

/// <summary>The words of the wire and the words of the renderer are the same, although neither project knows the other.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void Every_motif_of_the_contract_is_drawn_and_every_drawn_one_is_in_the_contract() =>
        ArtKit.Motifs.ShouldBe(Motifs.All, ignoreOrder: true);

    [Fact]
    public void Every_art_direction_of_the_contract_is_drawn_and_every_drawn_one_is_in_the_contract() =>
        ArtKit.Directions.ShouldBe(ArtDirections.All, ignoreOrder: true);
}
