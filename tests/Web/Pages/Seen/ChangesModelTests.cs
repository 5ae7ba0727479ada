using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Tests.Web.Pages.Seen;

/// <summary>What an approver sees of a revision beside the one before it.</summary>
public sealed class ChangesModelTests
{
    private static readonly Resolution Resolution = new(
        "nq",
        "Nghị quyết",
        new(2025, 10, 16),
        2,
        0,
        0,
        [
            new("macadamia", TopicKind.Target, "Diện tích mắc ca", "40.000 ha"), new("coffee", TopicKind.Target, "Diện tích cà phê", "20.000 ha"),
        ]);

    private static readonly ItemContent Before = new()
    {
        Id = new("loi"),
        Kind = ItemKind.Quote,
        Text = new(null, null, "Giữ rừng là giữ nước"),
        Issuer = "Ban Tuyên giáo (mẫu)",
        Speaker = "Già bản Pá Tong",
        Resolution = "nq",
        Topics = ["macadamia"],
    };

    [Fact]
    public void What_readers_places_or_loudspeakers_get_otherwise_is_told_and_topics_have_their_names()
    {
        var changes = Of(Before with
        {
            Speaker = "Già bản Co Nỏng",
            Topics = ["coffee"],
            Overflow = Overflow.Split,
            Untranslated = Untranslated.Vietnamese,
            Airing = AiringLevel.Urgent,
            Sample = true,
        });

        Assert.Equal(
            [Texts.SheetField_speaker, Texts.DraftTopics, Texts.DraftOverflow, Texts.Untranslated, Texts.Airing, Texts.DraftSample],
            changes.Changes.Select(change => change.Field));
        Assert.Contains("<del>mắc ca</del>", changes.Changes[1].ToHtml().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_compared_as_readers_see_them_without_the_marks_of_their_styles()
    {
        var before = Before with { Text = new(null, null, "## Cách làm\n\nĐạt **40.000 ha** mắc ca") };
        var change = Assert.Single(new ChangesModel(
            RevisionOf(1, before, default),
            RevisionOf(2, before with { Text = new(null, null, "## Cách làm\n\nĐạt **45.000 ha** mắc ca") }, default),
            DirectorySnapshot.Empty,
            [Resolution]).Changes);

        Assert.Equal(Texts.DraftBody, change.Field);
        Assert.Equal("Cách làm\n\nĐạt <ins>45.000</ins> <del>40.000</del> ha mắc ca", Plain(change));
    }

    [Fact]
    public void Styles_that_came_or_went_are_told_though_no_word_is_another()
    {
        var change = Assert.Single(Of(Before with { Text = new(null, null, "Giữ **rừng** là giữ nước") }).Changes);

        Assert.Equal((Texts.ChangesStyles, "<ins>rừng</ins>"), (change.Field, Plain(change)));
    }

    [Fact]
    public void Marks_that_readers_do_not_see_are_compared_themselves()
    {
        var change = Assert.Single(Of(Before with { Text = new(null, null, "Giữ rừng là giữ nước\n") }).Changes);

        Assert.Equal(Texts.DraftBody, change.Field);
    }

    [Fact]
    public void Another_picture_under_the_same_name_is_a_change_though_no_word_is_another()
    {
        var changes = Of(Before, Picture("cu.png"), Picture("moi.png"));

        Assert.False(changes.IsNothing);
        Assert.Equal(("cu.png", "moi.png"), (Assert.Single(changes.PicturesGone).Blob, Assert.Single(changes.PicturesNew).Blob));
    }

    [Fact]
    public void The_same_pictures_in_another_order_and_what_is_not_known_are_none()
    {
        Assert.True(Of(Before, Picture("a.png", "b.png"), Picture("b.png", "a.png")).IsNothing);
        Assert.True(Of(Before, Picture("a.png"), default).IsNothing);
    }

    private static string Plain(FieldChange change) => change.ToHtml().Value!.Replace("&#xA;", "\n", StringComparison.Ordinal);

    private static ChangesModel Of(
        ItemContent now, ImmutableArray<AcceptedPicture> before = default, ImmutableArray<AcceptedPicture> after = default) =>
        new(RevisionOf(1, Before, before), RevisionOf(2, now, after), DirectorySnapshot.Empty, [Resolution]);

    private static Revision RevisionOf(int number, ItemContent content, ImmutableArray<AcceptedPicture> pictures) =>
        new(number, content, "", "items/loi.csv", null, null, default, pictures);

    private static ImmutableArray<AcceptedPicture> Picture(params string[] blobs) =>
        [.. blobs.Select(blob => new AcceptedPicture("items/anh.png", blob, "image/png", 1, default))];
}
