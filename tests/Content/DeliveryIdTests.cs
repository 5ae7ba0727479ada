using Dissemination.Content;
using Dissemination.Storage;
using FsCheck.Xunit;

namespace Dissemination.Tests.Content;

[Properties(Arbitrary = [typeof(GeneratedIds)], MaxTest = 500)]
public sealed class DeliveryIdTests
{
    [Fact]
    public void It_is_written_with_its_version_and_its_place_there()
    {
        var id = DeliveryId.Parse("khai-mac.2.blt-Tavt.bung-lao.telegram.remove", null);

        Assert.Equal(("khai-mac.2.blt-Tavt", "bung-lao.telegram.remove"), (id.Version.ToString(), id.Place));
    }

    [Theory]
    [InlineData("edition-0")]
    [InlineData("edition-02")]
    [InlineData("edition-")]
    [InlineData("edition--1")]
    [InlineData("edition-2.edition-3")]
    [InlineData("remove.edition-2")]
    [InlineData("remove.remove")]
    [InlineData("khac")]
    public void Nothing_else_stands_behind_its_destination(string rest) =>
        Assert.False(DeliveryId.TryParse($"khai-mac.2.blt-Tavt.bung-lao.telegram.{rest}", null, out _));

    [Fact]
    public void Later_words_come_behind_earlier_ones_and_a_later_revision_behind_both()
    {
        var post = DeliveryId.Parse("khai-mac.2.blt-Tavt.bung-lao.telegram", null);
        var (corrected, revised) = (post with { Edition = 3 }, post with { Version = post.Version with { Revision = 3 } });

        Assert.True(post.IsBefore(corrected) && corrected.IsBefore(revised));
        Assert.False(post.IsBefore(post) || corrected.IsBefore(post) || revised.IsBefore(corrected));
    }

    [Property]
    public void It_is_read_back_as_it_was_written(IdText text)
    {
        var id = DeliveryId.Parse(text.Text, null);

        Assert.Equal(text.Text, id.ToString());
        Assert.Equal(id, DeliveryId.Parse(id.ToString(), null));
    }

    [Property]
    public void Its_version_and_its_place_give_it_back(IdText text)
    {
        var id = DeliveryId.Parse(text.Text, null);

        Assert.Equal(id, DeliveryId.Parse($"{id.Version}.{id.Place}", null));
    }

    [Property]
    public void The_range_of_an_item_holds_its_versions_and_no_others(IdText one, IdText other)
    {
        var (first, second) = (DeliveryId.Parse(one.Text, null).Version, DeliveryId.Parse(other.Text, null).Version);

        Assert.Equal(first.Item == second.Item, IsInRange(second.ToString(), Keys.DeliveriesOf(first.Item.Value)));
        Assert.True(IsInRange(first.ToString(), Keys.DeliveriesOf(first.Item.Value)));
    }

    /// <summary>As storage compares.</summary>
    private static bool IsInRange(string key, string prefix) =>
        string.CompareOrdinal(key, prefix) >= 0 && string.CompareOrdinal(key, Keys.After(prefix)) < 0;
}
