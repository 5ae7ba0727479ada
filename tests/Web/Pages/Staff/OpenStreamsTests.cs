using Dissemination.Web.Pages.Staff;

namespace Dissemination.Tests.Web.Pages.Staff;

public sealed class OpenStreamsTests
{
    [Fact]
    public void A_stream_that_is_ended_twice_makes_room_for_one_other_and_those_of_one_person_leave_others_theirs()
    {
        OpenStreams streams = new();
        var held = Enumerable.Range(0, 5).Select(_ => streams.Open(new("can-bo"))).ToList();
        Assert.All(held, stream => Assert.NotNull(stream));
        Assert.Null(streams.Open(new("can-bo")));
        Assert.NotNull(streams.Open(new("lanh-dao")));

        held[0]!.Dispose();
        held[0]!.Dispose();

        Assert.NotNull(streams.Open(new("can-bo")));
        Assert.Null(streams.Open(new("can-bo")));
    }
}
