using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation;

public sealed class TranslationStartTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly VersionId First = VersionId.Parse("mac-ca.1.blt-Tavt", null);
    private static readonly VersionId Second = VersionId.Parse("mac-ca.2.blt-Tavt", null);
    private static readonly VersionText Source = new("Mắc ca", null, "Câu một. Câu hai.");
    private static readonly VersionText ChangedSource = Source with { Body = "Câu một. Câu hai mới." };
    private static readonly SuppliedTranslation File =
        new(First.Item, First.Language, new(
            "ꪹꪣꪉ", null, "ꪵꪒꪉ. ꪣꪉ."), "hash-1", "items/mac-ca.blt-Tavt.md", new PersonId("can-bo"), Sample: true, Now);

    [Fact]
    public void Without_a_supplied_text_it_starts_empty_and_wanted()
    {
        var start = TranslationStart.Decide(First, Source, new(), Now);

        Assert.Equal((TranslationState.Wanted, true), (start!.State, start.Text.IsEmpty));
    }

    [Fact]
    public void A_supplied_text_waits_in_review_and_whoever_handed_it_in_counts_as_its_editor()
    {
        var start = TranslationStart.Decide(First, Source, new(Supplied: File), Now);

        Assert.Equal(TranslationState.InReview, start!.State);
        Assert.Equal([new PersonId("can-bo")], start.Editors);
        Assert.True(start.Sample);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var existing = TranslationStart.Decide(First, Source, new(Supplied: File), Now);

        Assert.Null(TranslationStart.Decide(First, Source, new(Existing: existing, Supplied: File), Now));
    }

    [Fact]
    public void A_corrected_file_replaces_its_own_text_but_never_a_persons()
    {
        var untouched = TranslationStart.Decide(First, Source, new(Supplied: File), Now)!;
        var edited = TranslationDecisions.Draft(
            untouched, new("ꪹꪣꪉ", null, "ꪵꪒꪉ ꪵꪒꪉ"), SegmentedText.Of(Source), new("bung-lao-1"), Now).Value;
        var corrected = File with { Hash = "hash-2", Text = new("ꪹꪣꪉ", null, "ꪣꪉ") };

        Assert.Equal("ꪣꪉ", TranslationStart.Decide(First, Source, new(Existing: untouched, Supplied: corrected), Now)?.Text.Body);
        Assert.Null(TranslationStart.Decide(First, Source, new(Existing: edited, Supplied: corrected), Now));
    }

    [Fact]
    public void A_revision_with_the_same_words_keeps_its_approved_translation()
    {
        var approved = TranslationDecisions.Approve(
            TranslationStart.Decide(First, Source, new(Supplied: File), Now)!, errors: 0, new("bung-lao-2"), Now).Value;

        var kept = TranslationStart.Decide(Second, Source, new(Previous: Earlier(approved), Supplied: File), Now);

        Assert.Equal((Second, TranslationState.Approved), (kept!.Id, kept.State));
    }

    [Fact]
    public void A_revision_with_other_words_is_wanted_anew_and_starts_from_what_there_was()
    {
        var approved = TranslationDecisions.Approve(
            TranslationStart.Decide(First, Source, new(Supplied: File), Now)!, errors: 0, new("bung-lao-2"), Now).Value;

        var wanted = TranslationStart.Decide(Second, ChangedSource, new(Previous: Earlier(approved), Supplied: File), Now);

        Assert.Equal(TranslationState.Wanted, wanted!.State);
        Assert.Equal("ꪵꪒꪉ. ꪣꪉ.", wanted.Text.Body);
        Assert.Equal([SegmentMark.None, SegmentMark.None, SegmentMark.NeedsEdit], wanted.Segments.Select(segment => segment.Mark));
    }

    private static EarlierTranslation Earlier(TranslatedVersion? translation) => new(translation!, Source);
}
