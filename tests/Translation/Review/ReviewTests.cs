using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

/// <summary>Review from the original to the approval, and again when the original changes.</summary>
public sealed class ReviewTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Body = "Bà con trồng 40.000 ha. Xã hướng dẫn. Nhà nào cũng làm.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Translations Translations => rooms.Get<Translations>();

    [Fact]
    public async Task A_source_changed_after_approval_shows_exactly_its_changed_segments_as_needing_an_edit_and_keeps_the_rest()
    {
        await rooms.HandInAsync("items/doi-mot-cau.md", SampleFiles.Article("Đổi một câu", Body));
        await ApproveAsync("doi-mot-cau.1.blt-Tavt", new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ."));

        await rooms.HandInAsync("items/doi-mot-cau.md", SampleFiles.Article("Đổi một câu", Body.Replace("40.000", "41.000", StringComparison.Ordinal)));

        var changed = (await rooms.TranslationAsync("doi-mot-cau.2.blt-Tavt")).Value;
        Assert.Equal(TranslationState.Wanted, changed.State);
        Assert.Equal(["ꪹꪣꪉ", "ꪵꪒꪉ 40.000 ha.", "ꪣꪉ ꪵꪒꪉ.", "ꪹꪣꪉ ꪣꪉ."], changed.Segments.Select(segment => segment.Target));
        Assert.Equal([SegmentMark.None, SegmentMark.NeedsEdit, SegmentMark.None, SegmentMark.None], changed.Segments.Select(segment => segment.Mark));

        // Just that one is written, and another person approves.
        var editor = await rooms.PersonAsync("bung-lao-1");
        var written = await Translations.DraftSegmentsAsync(changed.Id, new Dictionary<int, string?> { [1] = "ꪵꪒꪉ 41.000 ha." }, editor, ETag.All, Cancellation);
        Assert.Equal("ꪵꪒꪉ 41.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ.", written.Value!.Value.Text.Body);
        Assert.True((await Translations.SubmitAsync(changed.Id, editor, ETag.All, Cancellation)).IsDone);
        Assert.True((await Translations.ApproveAsync(changed.Id, await rooms.PersonAsync("bung-lao-2"), ETag.All, Cancellation)).IsDone);
    }

    [Fact]
    public async Task An_error_blocks_approval_and_a_dismissed_warning_is_recorded_with_who_and_why()
    {
        await rooms.HandInAsync("items/co-loi.md", SampleFiles.Article("Có lỗi", Body));
        var id = VersionId.Parse("co-loi.1.blt-Tavt", null);
        var (editor, reviewer) = (await rooms.PersonAsync("bung-lao-1"), await rooms.PersonAsync("bung-lao-2"));

        await Translations.DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 4.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ"), editor, ETag.All, Cancellation);
        Assert.Equal(nameof(ProblemTexts.TranslationHasErrors), (await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).Problem?.Code);

        var mended = await Translations.DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ"), editor, ETag.All, Cancellation);
        var warning = Assert.Single(await rooms.Get<TextJudge>().JudgeAsync(mended.Value!.Value, (await rooms.Get<Items>().RevisionAsync(id.Item, 1, Cancellation))!.Content, Cancellation), finding => !finding.IsError);
        Assert.True((await Translations.DismissAsync(id, warning.Key, "câu cuối là khẩu hiệu", reviewer, ETag.All, Cancellation)).IsDone);

        var dismissal = Assert.Single((await rooms.TranslationAsync(id.ToString())).Value.Dismissals);
        Assert.Equal((warning.Key, "câu cuối là khẩu hiệu", reviewer.Id), (dismissal.Finding, dismissal.Reason, dismissal.By));
        Assert.Contains(await rooms.Get<Items>().HistoryAsync(id.Item, Cancellation).ToListAsync(Cancellation), entry => entry.What == "warning-dismissed" && entry.Who == reviewer.Id.Value && entry.Detail!.Contains("khẩu hiệu", StringComparison.Ordinal));
        Assert.True((await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).IsDone);
        Assert.True((await Translations.ApproveAsync(id, reviewer, ETag.All, Cancellation)).IsDone);
    }

    private async Task ApproveAsync(string version, VersionText text)
    {
        var (id, editor) = (VersionId.Parse(version, null), await rooms.PersonAsync("bung-lao-1"));
        Assert.Null((await Translations.DraftAsync(id, text, editor, ETag.All, Cancellation)).Problem);
        Assert.Null((await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).Problem);
        Assert.Null((await Translations.ApproveAsync(id, await rooms.PersonAsync("bung-lao-2"), ETag.All, Cancellation)).Problem);
    }
}
