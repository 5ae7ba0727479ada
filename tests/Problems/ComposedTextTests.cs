using System.Collections.Immutable;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Translation;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Places;
using FsCheck.Xunit;

namespace Dissemination.Tests.Problems;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("Đie\u0323\u0302n Bie\u0302n", "Điện Biên")]
    [InlineData("ꪹꪭꪙ 😀", "ꪹꪭꪙ 😀")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    public void Letters_and_marks_come_together_and_what_is_no_character_is_a_sign(string text, string composed) =>
        Assert.Equal(composed, ComposedText.Of(text));

    [Fact]
    public void Half_of_a_pair_is_a_sign()
    {
        Assert.Equal("a\uFFFDb", ComposedText.Of("a\uD83Db"));
        Assert.Equal("\uFFFDa", ComposedText.Of("\uDE00a"));
    }

    [Property]
    public bool Any_text_is_composed(string? text) => ComposedText.Of(text ?? "").IsNormalized(NormalizationForm.FormC);

    /// <summary>The library throws on such a text: a page would be a fault of the program's for whoever sends it.</summary>
    [Fact]
    public void Whatever_is_typed_or_stored_is_read()
    {
        const string Typed = "Cả tỉnh\uFFFE trồng rừng";

        Assert.Equal("ca-tinh-trong-rung", IdProposal.Of(Typed));
        Assert.Equal(0, new Likeness(Typed).To(new("Giữ rừng là giữ nước")));
        Assert.Equal("", SheetHeads.FieldOf(Typed));
        Assert.Contains("rừng", SearchText.WordsOf(Typed));
        Assert.Contains("rung", SearchText.Bare(Typed), StringComparison.Ordinal);
        Assert.Equal("Cả tỉnh\uFFFD trồng rừng", TranslatedText.Normalise(null, null, Typed).Body);
        Assert.Equal("items/\uFFFD.md", HandedInFile.Normal("items/\uFFFE.md"));
        Assert.Equal(
            "\uFFFD",
            new RowEdit(DirectoryTable.Communes, Was: null, Seen: null, ImmutableDictionary<string, string>.Empty.Add("id", "\uFFFE")).Id);
    }

    [Fact]
    public void Whatever_is_told_of_a_meeting_or_looked_for_in_the_directory_is_read()
    {
        const string Typed = "bản\uFFFE Nà Lao";

        Assert.Equal("bản\uFFFD nà lao", MeetingDecisions.Bare(Typed));
        Assert.Equal("bản\uFFFD Nà Lao", new MeetingRequest { Kind = MeetingKind.VillageMeeting, Place = Typed }.Read().Place);
        var told = new ToldForm { Commune = "bung-lao", Day = "2026-11-01", Kind = "village-meeting", Place = Typed }.Read(
            new Person(new("can-bo"), "Cán bộ", [Role.Staff], null, []));
        Assert.Equal("bản\uFFFD Nà Lao", told.Value!.Told.Meeting?.Place);
        var row = new DirectoryRow("bung-lao", "Búng Lao", ImmutableDictionary<string, string>.Empty.Add("name", "Búng Lao"));
        Assert.False(new DirectoryListQuery("\uFFFE", Commune: null, Kind: null, IsAmiss: false, From: 0).Finds(row));
        Assert.True(new DirectoryListQuery(" bung LAO ", Commune: null, Kind: null, IsAmiss: false, From: 0).Finds(row));
    }
}
