using Dissemination.Content;

namespace Dissemination.Tests.Content;

public sealed class TextIdTests
{
    [Fact]
    public void A_common_text_is_written_as_its_version_and_a_variant_with_its_commune_behind()
    {
        var version = VersionId.Parse("mac-ca.2.blt-Tavt", null);

        Assert.Equal("mac-ca.2.blt-Tavt", new TextId(version, null).ToString());
        Assert.Equal("mac-ca.2.blt-Tavt~bung-lao", new TextId(version, new("bung-lao")).ToString());
        Assert.Equal(new TextId(version, null), TextId.Parse("mac-ca.2.blt-Tavt", null));
        Assert.Equal(new TextId(version, new("bung-lao")), TextId.Parse("mac-ca.2.blt-Tavt~bung-lao", null));
    }

    [Theory]
    [InlineData("mac-ca.2.vi~bung-lao")]
    [InlineData("mac-ca.2.blt-Tavt~")]
    [InlineData("mac-ca.2.blt-Tavt~Búng Lao")]
    [InlineData("mac-ca.2.blt-Tavt~bung-lao~na-tau")]
    [InlineData("mac-ca.2~bung-lao")]
    [InlineData("~bung-lao")]
    public void The_original_has_no_variant_and_what_names_no_commune_is_none(string text) =>
        Assert.False(TextId.TryParse(text, null, out _));
}
