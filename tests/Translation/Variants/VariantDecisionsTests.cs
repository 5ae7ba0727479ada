using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Segments;
using Dissemination.Translation.Variants;

namespace Dissemination.Tests.Translation.Variants;

public sealed class VariantDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly PersonId[] People = [new("an"), new("binh"), new("chi")];
    private static readonly CommuneId BungLao = new("bung-lao");
    private static readonly SegmentedText Source = SegmentedText.Of(new("Mắc ca", null, "Câu một. Câu hai."));
    private static readonly VersionText Words = new("ꪹꪣꪉ", null, "ꪵꪒꪉ. ꪣꪉ.");

    [Fact]
    public void A_variant_begins_with_the_words_and_marks_of_the_common_text_and_whoever_begins_it_is_its_editor()
    {
        var variant = Start(Approved(), by: People[2]);

        Assert.Equal((TranslationState.Drafted, BungLao, Words), (variant.State, variant.Commune!.Value, variant.Text));
        Assert.Equal(Approved().Segments, variant.Segments);
        Assert.Equal(People[2], Assert.Single(variant.Editors));
        Assert.Null(variant.ReviewedBy);
        Assert.Equal("mac-ca.1.blt-Tavt~bung-lao", variant.TextId.ToString());
    }

    [Fact]
    public void Words_that_nobody_approved_yet_keep_their_editors_and_none_of_them_approves_the_variant()
    {
        var variant = Start(Drafted(), by: People[1]);
        var inReview = TranslationDecisions.Submit(variant, errors: 0, People[1], Now).Value!;

        Assert.Equal([People[0], People[1]], variant.Editors);
        Assert.Equal(
            nameof(ProblemTexts.ReviewerIsEditor), TranslationDecisions.Approve(inReview, errors: 0, People[0], Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.ReviewerIsEditor), TranslationDecisions.Approve(inReview, errors: 0, People[1], Now).Problem?.Code);
        Assert.Equal(TranslationState.Approved, TranslationDecisions.Approve(inReview, errors: 0, People[2], Now).Value?.State);
    }

    [Fact]
    public void Of_words_that_two_people_stand_for_already_their_writer_may_approve_what_another_made_of_them()
    {
        var inReview = TranslationDecisions.Submit(Start(Approved(), by: People[1]), errors: 0, People[1], Now).Value!;

        Assert.Equal(
            nameof(ProblemTexts.ReviewerIsEditor), TranslationDecisions.Approve(inReview, errors: 0, People[1], Now).Problem?.Code);
        Assert.Equal(TranslationState.Approved, TranslationDecisions.Approve(inReview, errors: 0, People[0], Now).Value?.State);
    }

    [Fact]
    public void Where_nobody_has_written_yet_a_variant_is_wanted() =>
        Assert.Equal(TranslationState.Wanted, Start(Wanted(), by: People[0]).State);

    [Fact]
    public void None_begins_where_one_is_there_where_something_is_out_or_where_the_original_changed()
    {
        var variant = Start(Approved(), by: People[2]);

        Assert.Equal(
            nameof(ProblemTexts.VariantThereAlready),
            VariantDecisions.Start(Approved(), variant, isOut: false, Of(People[0]), Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.VariantTooLate),
            VariantDecisions.Start(Approved(), existing: null, isOut: true, Of(People[0]), Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.TranslationOutdated),
            VariantDecisions.Start(
                Approved() with { State = TranslationState.Outdated },
                existing: null, isOut: false, Of(People[0]), Now).Problem?.Code);
    }

    [Fact]
    public void A_variant_is_dropped_with_a_reason_keeps_its_words_and_may_begin_anew_from_the_common_text()
    {
        var edited = TranslationDecisions.Draft(
            Start(Approved(), by: People[2]), Words with { Body = "ꪣꪉ ꪣꪉ" }, Source, People[2], Now).Value!;
        var dropped = TranslationDecisions.Drop(edited, " nói như bản chung ", isOut: false, People[1], Now).Value!;

        Assert.Equal(
            (TranslationState.Dropped, "nói như bản chung", People[1]), (dropped.State, dropped.ReturnReason, dropped.ReviewedBy!.Value));
        Assert.Equal("ꪣꪉ ꪣꪉ", dropped.Text.Body);
        Assert.False(dropped.IsOpen);
        Assert.Equal(nameof(ProblemTexts.VariantDropped), TranslationDecisions.Draft(dropped, Words, Source, People[2], Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.VariantDropped), TranslationDecisions.Drop(dropped, "lần nữa", isOut: false, People[1], Now).Problem?.Code);
        Assert.Equal(Words, VariantDecisions.Start(Approved(), dropped, isOut: false, Of(People[0]), Now).Value?.Text);
    }

    [Fact]
    public void None_is_dropped_without_a_reason_while_another_works_at_it_or_once_it_is_out_and_the_common_text_never()
    {
        var variant = Start(Approved(), by: People[2]);

        Assert.Equal(
            nameof(ProblemTexts.ReasonMissing), TranslationDecisions.Drop(variant, " ", isOut: false, People[1], Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.VariantIsOut), TranslationDecisions.Drop(variant, "thôi", isOut: true, People[1], Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.NotAVariant), TranslationDecisions.Drop(Approved(), "thôi", isOut: false, People[1], Now).Problem?.Code);
        var claimed = TranslationDecisions.Claim(variant, People[2], Now).Value!;
        Assert.Equal(
            nameof(ProblemTexts.ClaimedByOther), TranslationDecisions.Drop(claimed, "thôi", isOut: false, People[1], Now).Problem?.Code);
        Assert.True(TranslationDecisions.Drop(claimed, "thôi", isOut: false, People[2], Now).IsDone);
    }

    private static Person Of(PersonId id) => new(id, id.Value, [Role.Communicator], BungLao, []);

    private static TranslatedVersion Start(TranslatedVersion common, PersonId by) =>
        VariantDecisions.Start(common, existing: null, isOut: false, Of(by), Now).Value!;

    private static TranslatedVersion Wanted() => new()
    {
        Id = VersionId.Parse("mac-ca.1.blt-Tavt", null),
        State = TranslationState.Wanted,
        Text = VersionText.Empty,
        Segments = Alignment.Empty(Source),
        SourceHash = "source",
        ChangedAt = Now,
    };

    private static TranslatedVersion Drafted() => TranslationDecisions.Draft(Wanted(), Words, Source, People[0], Now).Value!;

    private static TranslatedVersion Approved() =>
        TranslationDecisions.Approve(
            TranslationDecisions.Submit(Drafted(), errors: 0, People[0], Now).Value!, errors: 0, People[1], Now).Value!;
}
