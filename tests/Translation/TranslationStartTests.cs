using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

public sealed class TranslationStartTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly VersionId First = VersionId.Parse("mac-ca.1.blt-Tavt", null);
    private static readonly VersionId Second = VersionId.Parse("mac-ca.2.blt-Tavt", null);
    private static readonly SuppliedTranslation File =
        new(First.Item, First.Language, new("ꪹꪣꪉ", null, "ꪵꪒꪉ"), "hash-1", "items/mac-ca.blt-Tavt.md", new PersonId("can-bo"), Sample: true, Now);

    [Fact]
    public void Without_a_supplied_text_it_starts_empty_and_wanted()
    {
        var start = TranslationStart.Decide(First, "a", existing: null, previous: null, supplied: null, Now);

        Assert.Equal((TranslationState.Wanted, true), (start!.State, start.Text.IsEmpty));
    }

    [Fact]
    public void A_supplied_text_waits_in_review_and_whoever_handed_it_in_counts_as_its_editor()
    {
        var start = TranslationStart.Decide(First, "a", existing: null, previous: null, File, Now);

        Assert.Equal(TranslationState.InReview, start!.State);
        Assert.Equal([new PersonId("can-bo")], start.Editors);
        Assert.True(start.Sample);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var existing = TranslationStart.Decide(First, "a", existing: null, previous: null, File, Now);

        Assert.Null(TranslationStart.Decide(First, "a", existing, previous: null, File, Now));
    }

    [Fact]
    public void A_corrected_file_replaces_its_own_text_but_never_a_persons()
    {
        var untouched = TranslationStart.Decide(First, "a", existing: null, previous: null, File, Now)!;
        var edited = TranslationDecisions.Draft(untouched, new("ꪹꪣꪉ", null, "ꪵꪒꪉ ꪵꪒꪉ"), new("bung-lao-1"), Now).Value;
        var corrected = File with { Hash = "hash-2", Text = new("ꪹꪣꪉ", null, "ꪣꪉ") };

        Assert.Equal("ꪣꪉ", TranslationStart.Decide(First, "a", untouched, previous: null, corrected, Now)?.Text.Body);
        Assert.Null(TranslationStart.Decide(First, "a", edited, previous: null, corrected, Now));
    }

    [Fact]
    public void A_revision_with_the_same_words_keeps_its_approved_translation()
    {
        var approved = TranslationDecisions.Approve(TranslationStart.Decide(First, "a", existing: null, previous: null, File, Now)!, new("bung-lao-2"), Now).Value;

        var kept = TranslationStart.Decide(Second, "a", existing: null, approved, File, Now);

        Assert.Equal((Second, TranslationState.Approved), (kept!.Id, kept.State));
    }

    [Fact]
    public void A_revision_with_other_words_is_wanted_anew_and_starts_from_what_there_was()
    {
        var approved = TranslationDecisions.Approve(TranslationStart.Decide(First, "a", existing: null, previous: null, File, Now)!, new("bung-lao-2"), Now).Value;

        var wanted = TranslationStart.Decide(Second, "b", existing: null, approved, File, Now);

        Assert.Equal(TranslationState.Wanted, wanted!.State);
        Assert.Equal("ꪵꪒꪉ", wanted.Text.Body);
    }
}
