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

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 5, false)]
    [InlineData(1, 1, false)]
    public void One_button_is_for_all_places_of_an_item_where_all_that_are_open_are_here(int here, int open, bool isWhole)
    {
        var (group, tasks) = Group("mac-ca", here);

        var section = Assert.Single(HandTaskSection.Of([(group with { Open = open }, tasks)]));

        Assert.Equal(isWhole, section.IsWhole);
        Assert.Equal(here, section.Ids.Split(' ').Length);
    }

    [Fact]
    public void Where_all_places_are_loudspeakers_the_button_says_that_they_aired_it()
    {
        var (group, tasks) = Group("mac-ca", 2);
        var loudspeakers = tasks.Select(task => task with { Channel = ChannelKind.Loudspeaker }).ToList();
        var mixed = loudspeakers.Take(1).Concat(tasks.Skip(1)).ToList();

        Assert.Equal(TextFormat.Fill(Texts.HandTasksAllAired, "2"), Assert.Single(HandTaskSection.Of([(group, loudspeakers)])).AllDone);
        Assert.Equal(TextFormat.Fill(Texts.HandTasksAllDone, "2"), Assert.Single(HandTaskSection.Of([(group, mixed)])).AllDone);
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
