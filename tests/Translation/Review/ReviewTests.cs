using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

/// <summary>Review from the original to the approval, and again when the original changes.</summary>
public sealed class ReviewTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Body = "Bà con trồng 40.000 ha. Xã hướng dẫn. Nhà nào cũng làm.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TranslationService Translations => rooms.Get<TranslationService>();

    [Fact]
    public async Task A_source_changed_after_approval_shows_exactly_its_changed_segments_as_needing_an_edit_and_keeps_the_rest()
    {
        await rooms.HandInAsync("items/doi-mot-cau.md", SampleFiles.Article("Đổi một câu", Body));
        await ApproveAsync("doi-mot-cau.1.blt-Tavt", new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ."));

        await rooms.HandInAsync(
            "items/doi-mot-cau.md", SampleFiles.Article("Đổi một câu", Body.Replace("40.000", "41.000", StringComparison.Ordinal)));

        var changed = (await rooms.TranslationAsync("doi-mot-cau.2.blt-Tavt")).Value;
        Assert.Equal(TranslationState.Wanted, changed.State);
        Assert.Equal(["ꪹꪣꪉ", "ꪵꪒꪉ 40.000 ha.", "ꪣꪉ ꪵꪒꪉ.", "ꪹꪣꪉ ꪣꪉ."], changed.Segments.Select(segment => segment.Target));
        Assert.Equal(
            [SegmentMark.None, SegmentMark.NeedsEdit, SegmentMark.None, SegmentMark.None],
            changed.Segments.Select(segment => segment.Mark));

        // Just that one is written, and another person approves.
        var editor = await rooms.PersonAsync("bung-lao-1");
        var written = await Translations.DraftSegmentsAsync(
            changed.Id, new Dictionary<int, string?> { [1] = "ꪵꪒꪉ 41.000 ha." }, editor, ETag.All, Cancellation);
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

        await Translations.DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 4.000 ha. ꪣꪱꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪱꪉ"), editor, ETag.All, Cancellation);
        Assert.Equal(
            nameof(ProblemTexts.TranslationHasErrors), (await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).Problem?.Code);

        var mended = await Translations.DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪱꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪱꪉ"), editor, ETag.All, Cancellation);
        var warning = Assert.Single(
            await rooms.Get<TextChecker>()
                .CheckAsync(
                    id.Language,
                    mended.Value!.Value.Text,
                    (await rooms.Get<ItemReader>().RevisionAsync(id.Item, 1, Cancellation))!.Content,
                    Cancellation),
            finding => !finding.IsError);
        Assert.True((await Translations.DismissAsync(id, warning.Key, "câu cuối là khẩu hiệu", reviewer, ETag.All, Cancellation)).IsDone);

        var dismissal = Assert.Single((await rooms.TranslationAsync(id.ToString())).Value.Dismissals);
        Assert.Equal((warning.Key, "câu cuối là khẩu hiệu", reviewer.Id), (dismissal.Finding, dismissal.Reason, dismissal.By));
        Assert.Contains(
            await rooms.Get<ItemReader>().HistoryAsync(id.Item, Cancellation).ToListAsync(Cancellation),
            entry => entry.What == "warning-dismissed" && entry.Who == reviewer.Id.Value
                && entry.Detail!.Contains("khẩu hiệu", StringComparison.Ordinal));
        Assert.True((await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).IsDone);
        Assert.True((await Translations.ApproveAsync(id, reviewer, ETag.All, Cancellation)).IsDone);
    }

    [Fact]
    public async Task What_was_approved_is_filled_in_for_the_same_words_and_with_the_new_numbers_and_waits_for_a_person()
    {
        await rooms.HandInAsync(
            "items/nho-cau.md", SampleFiles.Article("Nhớ câu", "Mỗi xã trồng thêm 25 ha cà phê. Bản nào cũng họp bàn."));
        await ApproveAsync("nho-cau.1.blt-Tavt", new("ꪹꪣꪉ", null, "ꪵꪒꪉ ꪣꪉ 25 ha. ꪣꪉ ꪵꪒꪉ ꪹꪣꪉ."));
        await rooms.Get<MemoryUpdater>().UpdateAsync(Cancellation);
        rooms.Time.Advance(TimeSpan.FromSeconds(10));

        await rooms.HandInAsync(
            "items/cau-cu.md", SampleFiles.Article("Câu cũ", "Bản nào cũng họp bàn. Mỗi xã trồng thêm 30 ha cà phê. Còn câu này thì mới."));
        var id = VersionId.Parse("cau-cu.1.blt-Tavt", null);
        var editor = await rooms.PersonAsync("bung-lao-1");
        var filled = await rooms.Get<SegmentFiller>().FillAsync(id, editor, ETag.All, Cancellation);

        Assert.Null(filled.Problem);
        var segments = filled.Value!.Row.Value.Segments;
        Assert.Equal([null, "ꪣꪉ ꪵꪒꪉ ꪹꪣꪉ.", "ꪵꪒꪉ ꪣꪉ 30 ha.", null], segments.Select(segment => segment.Target));
        Assert.All(segments.Where(segment => segment.Target is not null), segment => Assert.Equal(SegmentMark.FromMemory, segment.Mark));
        Assert.Empty(filled.Value.Row.Value.Editors);
        Assert.Equal(nameof(ProblemTexts.SegmentsOpen), (await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).Problem?.Code);

        // An approval that is taken back is forgotten.
        Assert.True(
            (await Translations.ReturnAsync(
                VersionId.Parse("nho-cau.1.blt-Tavt", null),
                "sai chữ",
                await rooms.PersonAsync("bung-lao-2"),
                ETag.All,
                Cancellation)).IsDone);
        await rooms.Get<MemoryUpdater>().UpdateAsync(Cancellation);
        rooms.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(await rooms.Get<MemoryStore>().FindAsync(id.Language, "Bản nào cũng họp bàn.", Cancellation));
    }

    private async Task ApproveAsync(string version, VersionText text)
    {
        var (id, editor) = (VersionId.Parse(version, null), await rooms.PersonAsync("bung-lao-1"));
        Assert.Null((await Translations.DraftAsync(id, text, editor, ETag.All, Cancellation)).Problem);
        Assert.Null((await Translations.SubmitAsync(id, editor, ETag.All, Cancellation)).Problem);
        Assert.Null((await Translations.ApproveAsync(id, await rooms.PersonAsync("bung-lao-2"), ETag.All, Cancellation)).Problem);
    }
}
