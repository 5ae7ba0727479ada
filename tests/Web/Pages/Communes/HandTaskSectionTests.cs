using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Web.Pages.Communes;

namespace Dissemination.Tests.Web.Pages.Communes;

public sealed class HandTaskSectionTests
{
    [Fact]
    public void Of_a_hundred_places_of_one_item_twenty_are_seen_and_all_are_there()
    {
        var section = Assert.Single(HandTaskSection.Of([Group("mac-ca", 100)]));

        Assert.Equal((20, 80, 100, true), (section.Shown.Count, section.Folded.Count, section.Count, section.IsOpen));
    }

    [Fact]
    public void Of_many_items_the_first_are_unfolded_as_far_as_there_is_room()
    {
        var sections = HandTaskSection.Of([.. Enumerable.Range(0, 30).Select(number => Group($"tin-{number}", 4))]);

        Assert.Equal([true, true, true, false], sections.Take(4).Select(section => section.IsOpen));
        Assert.Equal([4, 4, 3, 4], sections.Take(4).Select(section => section.Shown.Count));
        Assert.Equal(120, sections.Sum(section => section.Count));
        Assert.All(sections.Skip(4), section => Assert.False(section.IsOpen));
    }

    private static (HandTaskGroup Group, IReadOnlyList<WorklistEntry> Tasks) Group(string item, int places)
    {
        var version = VersionId.Parse($"{item}.1.vi", null);
        return (
            new(version, item, places, Late: 0),
            [
                .. Enumerable.Range(0, places).Select(number => new WorklistEntry(
                    DeliveryId.Parse($"{version}.tua-chua.to-{number}", null),
                    ChannelKind.VillageGroup,
                    $"Thôn {number}",
                    ItemKind.Article,
                    item,
                    DeliveryState.Due,
                    Reason: null,
                    Since: default)),
            ]);
    }
}
