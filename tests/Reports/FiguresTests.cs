using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

public sealed class FiguresTests
{
    [Fact]
    public void Figures_are_added_and_averaged_over_what_was_measured_alone()
    {
        Assert.Null(Figures.Sum([null, null]));
        Assert.Equal(5, Figures.Sum([null, 2, 3]));
        Assert.Null(Figures.Median([null]));
        Assert.Equal(20, Figures.Median([null, 10, 20, 400]));
    }

    [Fact]
    public void Who_heard_something_at_a_place_in_several_languages_was_there_once()
    {
        Delivery[] deliveries =
        [
            Heard("mac-ca.1.vi.bung-lao.loa", 45), Heard("mac-ca.1.blt-Tavt.bung-lao.loa", 40), Heard("mac-ca.1.vi.na-bung.loa", 30),
            Heard("mac-ca.1.vi.na-bung.telegram", null),
        ];

        Assert.Equal(75, Figures.Attendance(deliveries.GroupBy(delivery => delivery.Id.Destination)));
        Assert.Null(Figures.Attendance([deliveries[3..]]));
    }

    private static Delivery Heard(string delivery, int? attendance) => new()
    {
        Id = DeliveryId.Parse(delivery, null),
        Channel = ChannelKind.Loudspeaker,
        Lane = "hand",
        State = DeliveryState.Delivered,
        EndedAt = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
        Link = "l",
        Attendance = attendance,
    };
}
