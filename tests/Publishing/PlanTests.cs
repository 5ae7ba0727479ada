using System.Text;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Publishing;

public sealed class PlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DirectorySnapshot Directory = DirectoryReader.Read(
        Encoding.UTF8.GetBytes(SampleFiles.Communes),
        Encoding.UTF8.GetBytes(SampleFiles.Destinations),
        Encoding.UTF8.GetBytes(SampleFiles.People)).Value!;

    [Fact]
    public void The_original_goes_to_every_destination_of_every_commune() =>
        Assert.Equal(
            Directory.Destinations.Select(destination => destination.Id), Planned("vi").Select(delivery => delivery.Id.Destination));

    [Fact]
    public void A_translation_goes_to_the_communes_that_speak_it_and_to_no_other() =>
        Assert.All(Planned("blt-Tavt"), delivery => Assert.Equal("bung-lao", delivery.Id.Destination.Commune.Value));

    [Fact]
    public void An_item_goes_only_where_it_is_wanted() =>
        Assert.All(Planned("vi", new CommuneId("na-bung")), delivery => Assert.Equal("na-bung", delivery.Id.Destination.Commune.Value));

    [Fact]
    public void A_commune_that_confirms_holds_its_machine_posts_but_not_its_hand_tasks()
    {
        var deliveries = Planned("vi").Where(delivery => delivery.Id.Destination.Commune.Value == "sin-thau")
            .ToDictionary(delivery => delivery.Id.Destination.Name);

        Assert.Equal(
            (DeliveryState.Held, nameof(ProblemTexts.WaitsForCommune)),
            (deliveries["telegram"].State, deliveries["telegram"].Reason?.Code));
        Assert.Equal(DeliveryState.Due, deliveries["nhom-ban"].State);
    }

    [Fact]
    public void A_destination_without_a_lane_fails_with_its_reason_and_the_others_go_on()
    {
        var deliveries = Planned(
            "vi",
            lanes: destination => destination.Channel is ChannelKind.Telegram ? ("", new Problem("no-credential")) : ("lane", null))
                .ToList();

        Assert.All(
            deliveries.Where(delivery => delivery.Channel is ChannelKind.Telegram),
            delivery => Assert.Equal((DeliveryState.Failed, "no-credential"), (delivery.State, delivery.Reason?.Code)));
        Assert.Contains(deliveries, delivery => delivery.State is DeliveryState.Due);
    }

    [Fact]
    public void Planning_again_makes_the_same_deliveries_and_links() =>
        Assert.Equal(
            Planned("vi").Select(delivery => (delivery.Id, delivery.Link)), Planned("vi").Select(delivery => (delivery.Id, delivery.Link)));

    private static IEnumerable<Delivery> Planned(
        string language, CommuneId? only = null, Func<Destination, (string, Problem?)>? lanes = null) =>
        Wanted(new(new("mac-ca"), 1, new(language)), only).Select(destination => PlannedDelivery.Of(
            new(new(new("mac-ca"), 1, new(language)), destination.Id),
            Directory.Find(destination.Id.Commune)!,
            destination,
            (lanes ?? (_ => ("lane", null)))(destination),
            Now));

    private static IEnumerable<Destination> Wanted(VersionId version, CommuneId? only)
    {
        var content = new ItemContent
        {
            Id = new("mac-ca"),
            Kind = ItemKind.Slogan,
            Text = new(null, null, "Trồng mắc ca"),
            Issuer = "Ban Tuyên giáo (mẫu)",
            Communes = only is { } commune ? [commune] : [],
        };
        return Plan.Wanted(version, content, Directory, Directory.Destinations);
    }
}
