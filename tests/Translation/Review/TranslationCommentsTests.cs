using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

/// <summary>What is said about a translation, over storage.</summary>
public sealed class TranslationCommentsTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CommentService Comments => rooms.Get<CommentService>();

    [Fact]
    public async Task A_comment_stands_in_the_inbox_of_whom_it_concerns_until_they_have_seen_it()
    {
        var id = await DraftedAsync("loi-nhan");
        var (editor, other) = (await rooms.PersonAsync("bung-lao-1"), await rooms.PersonAsync("bung-lao-2"));

        Assert.True((await Comments.AddAsync(id, "Câu này nên nói gọn hơn.", 2, other, Cancellation)).IsDone);

        var news = Assert.Single(await NewsAsync(editor, id));
        Assert.Equal(
            ("Câu này nên nói gọn hơn.", 2, "Tin loi-nhan", other.Id),
            (news.Comment.Text, news.Comment.Segment!.Value, news.Headline, news.Comment.By));
        Assert.Empty(await NewsAsync(other, id));

        await Comments.SeenAsync(editor.Id, id, Cancellation);
        Assert.Empty(await NewsAsync(editor, id));
        Assert.Single(await Comments.OfAsync(id, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Who_answers_has_seen_it_and_the_answer_reaches_who_asked()
    {
        var id = await DraftedAsync("tra-loi");
        var (editor, other) = (await rooms.PersonAsync("bung-lao-1"), await rooms.PersonAsync("bung-lao-2"));

        await Comments.AddAsync(id, "Từ này nghĩa là gì?", null, other, Cancellation);
        await Comments.AddAsync(id, "Nghĩa là rừng.", null, editor, Cancellation);

        Assert.Empty(await NewsAsync(editor, id));
        Assert.Equal(["Nghĩa là rừng."], (await NewsAsync(other, id)).Select(news => news.Comment.Text));
    }

    [Fact]
    public async Task What_is_tapped_twice_is_said_once()
    {
        var id = await DraftedAsync("hai-lan");
        var other = await rooms.PersonAsync("bung-lao-2");
        foreach (var segment in (int?[])[2, 2, 1])
        {
            Assert.True((await Comments.AddAsync(id, "Nên nói gọn hơn.", segment, other, Cancellation)).IsDone);
            rooms.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((int?[])[2, 1], await Comments.OfAsync(id, Cancellation).Select(comment => comment.Segment).ToListAsync(Cancellation));

        // Later it is meant.
        rooms.Time.Advance(TimeSpan.FromMinutes(2));
        await Comments.AddAsync(id, "Nên nói gọn hơn.", 2, other, Cancellation);
        Assert.Equal(3, await Comments.OfAsync(id, Cancellation).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(99)]
    public async Task A_segment_that_the_translation_does_not_have_is_refused(int segment)
    {
        var id = await DraftedAsync($"doan-{Math.Abs(segment)}");

        Assert.Equal(
            nameof(ProblemTexts.SegmentNotFound),
            (await Comments.AddAsync(id, "Ở đâu?", segment, await rooms.PersonAsync("bung-lao-2"), Cancellation)).Problem?.Code);
    }

    private async Task<VersionId> DraftedAsync(string item)
    {
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", "Bà con trồng 40.000 ha. Xã hướng dẫn."));
        var id = VersionId.Parse($"{item}.1.blt-Tavt", null);
        Assert.True(
            (await rooms.Get<TranslationService>()
                .DraftAsync(
                    id,
                    new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪹꪣꪉ ꪵꪒꪉ."),
                    await rooms.PersonAsync("bung-lao-1"),
                    ETag.All,
                    Cancellation)).IsDone);
        return id;
    }

    private async Task<List<CommentNotification>> NewsAsync(Person person, VersionId id) =>
        await Comments.NewsOfAsync(person.Id, id, Cancellation).Select(row => row.Value).ToListAsync(Cancellation);
}
