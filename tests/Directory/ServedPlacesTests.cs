using System.Globalization;
using Dissemination.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory;

public sealed class ServedPlacesTests
{
    private static readonly DateTimeOffset Moved = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = Moved.AddDays(-1);
    private static readonly DateTimeOffset After = Moved.AddDays(1);

    [Theory]
    [InlineData("a,x,telegram,Kênh,@a,bot,", "b,y,telegram,Tên khác,@a,bot_moi,", "b.y")]
    [InlineData("a,x,telegram,Kênh,@a,bot,", "b,x,telegram,Kênh,@b,bot,", null)]
    [InlineData("a,x,telegram,Kênh,@a,bot,", "b,x,facebook,Kênh,@a,bot,", null)]
    [InlineData("a,x,zalo,Trang,articles,oa_a,", "b,x,zalo,Trang,articles,oa_a,", "b.x")]
    [InlineData("a,x,zalo,Trang,articles,oa_a,", "b,x,zalo,Trang,articles,oa_b,", null)]
    [InlineData("a,x,loudspeaker,Loa bản Co,,,", "b,y,loudspeaker,Loa bản Co,,,", "b.y")]
    [InlineData("a,x,loudspeaker,Loa bản Co,,,", "c,y,loudspeaker,Loa bản Co,,,", null)]
    [InlineData("a,x,website,Trang xã A,,,", "b,y,website,Trang xã B,,,", "b.y")]
    [InlineData("a,x,website,Trang xã A,,,", "b,y,telegram,Kênh,@b,bot,", "a.x")]
    public void A_channel_is_known_by_its_kind_and_address_under_whatever_name(string was, string now, string? serving)
    {
        var directory = Next([was], [now]);

        Assert.Equal(serving, directory.Serving(Id("a.x"), Before)?.Id.ToString());
    }

    [Fact]
    public void What_was_posted_at_an_address_is_not_looked_for_at_the_next_one_of_the_same_id()
    {
        var directory = Next(["a,x,telegram,Kênh,@cu,bot,"], ["a,x,telegram,Kênh,@moi,bot,"]);

        Assert.Null(directory.Serving(Id("a.x"), Before));
        Assert.Equal("@moi", directory.Serving(Id("a.x"), After)!.Address);
    }

    [Fact]
    public void Names_that_changed_places_are_told_apart_by_the_time_of_the_post()
    {
        var directory = Next(
            ["a,x,telegram,Kênh,@mot,bot,", "a,y,telegram,Kênh,@hai,bot,"], ["a,x,telegram,Kênh,@hai,bot,", "a,y,telegram,Kênh,@mot,bot,"]);

        Assert.Equal(("a.y", "a.x"), (directory.Serving(Id("a.x"), Before)!.Id.ToString(), directory.Serving(Id("a.x"), After)!.Id.ToString()));
    }

    [Fact]
    public void A_destination_that_is_gone_keeps_its_name()
    {
        var directory = Next(["a,x,telegram,Kênh xã A,@a,bot,"], []);

        Assert.Equal("Kênh xã A", directory.NameOf(Id("a.x")));
    }

    [Fact]
    public void A_commune_that_is_gone_keeps_its_name_until_it_is_there_again()
    {
        var whole = DirectoryText.Snapshot();
        var without = new DirectorySnapshot([.. whole.Communes.Skip(1)], [], []).After(whole, Moved);
        without = new DirectorySnapshot(without.Communes, [], []).After(without, After);

        var gone = without.Known(whole.Communes[0].Id);
        Assert.Equal((whole.Communes[0].Name, true), (gone.Name, gone.IsGone));
        Assert.Equal("khong-ai-nho", without.Known(new("khong-ai-nho")).Name);
        var back = whole.After(without, After);
        Assert.Empty(back.Past.Gone);
        Assert.False(back.Known(whole.Communes[0].Id).IsGone);
    }

    [Fact]
    public void The_same_files_again_change_nothing_of_the_past()
    {
        var first = Next(["a,x,telegram,Kênh,@a,bot,"], ["b,y,telegram,Kênh,@a,bot,"]);
        var second = Read(["b,y,telegram,Kênh,@a,bot,"]).After(first, After);

        Assert.Equal(first.Past.Former.AsEnumerable(), second.Past.Former);
        Assert.Equal(first.Past.Beginnings.AsEnumerable(), second.Past.Beginnings);
    }

    [Fact]
    public void What_comes_into_a_directory_that_is_there_begins_then_and_what_only_moved_does_not()
    {
        Assert.Empty(Read(["a,x,telegram,Kênh,@a,bot,"]).After(DirectorySnapshot.Empty, Moved).Past.Beginnings);

        var directory = Next(["a,x,telegram,Kênh,@a,bot,"], ["b,y,telegram,Kênh,@a,bot,", "b,z,facebook,Trang,123,trang,"]);

        var begun = Assert.Single(directory.Past.Beginnings);
        Assert.Equal(("b.z", Moved), (begun.Destination?.ToString(), begun.At));
    }

    private static DirectorySnapshot Next(string[] before, string[] after) => Read(after).After(Read(before), Moved);

    // One destination that stays, so that no file is empty.
    private static DirectorySnapshot Read(string[] destinations) => DirectoryText.Read(
        communes: $"{DirectoryText.CommunesHeader},mergedInto\na,A,commune,,automatic,b\nb,B,commune,,automatic,\nc,C,commune,,automatic,\n",
        destinations: $"{DirectoryText.DestinationsHeader}\nc,bang-tin,notice-board,Bảng tin,,,\n{string.Join('\n', destinations)}\n",
        people: $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n").AssertValid();

    private static DestinationId Id(string id) => DestinationId.Parse(id, CultureInfo.InvariantCulture);
}
