using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Segments;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation;

public sealed class TranslationDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly PersonId[] People = [new("an"), new("binh"), new("chi")];
    private static readonly SegmentedText Source = SegmentedText.Of(new("Mắc ca", null, "Câu một. Câu hai."));
    private static readonly VersionText Words = new("ꪹꪣꪉ", null, "ꪵꪒꪉ. ꪣꪉ.");

    [Fact]
    public void A_translation_cannot_be_approved_by_its_editor()
    {
        var inReview = Submitted(by: People[0]);

        var refused = TranslationDecisions.Approve(inReview, errors: 0, People[0], Now);
        var approved = TranslationDecisions.Approve(inReview, errors: 0, People[1], Now);

        Assert.Equal(nameof(ProblemTexts.ReviewerIsEditor), refused.Problem?.Code);
        Assert.Equal(TranslationState.Approved, approved.Value?.State);
        Assert.Equal(People[1], approved.Value?.ReviewedBy);
    }

    [Fact]
    public void An_edit_waits_for_its_own_approval_and_the_approved_words_hold_until_then()
    {
        var approved = TranslationDecisions.Approve(Submitted(by: People[0]), errors: 0, People[1], Now).Value!;

        var edited = TranslationDecisions.Draft(approved, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ" }, Source, People[2], Now);

        Assert.Equal(TranslationState.Drafted, edited.Value?.State);
        Assert.Null(edited.Value?.ReviewedBy);
        Assert.Equal((Words, true), (edited.Value?.Approved, edited.Value?.HasApproved));
    }

    [Fact]
    public void Returning_newer_words_leaves_the_approved_ones_alone_and_returning_those_takes_them_back()
    {
        var approved = TranslationDecisions.Approve(Submitted(by: People[0]), errors: 0, People[1], Now).Value!;
        var edited = TranslationDecisions.Draft(approved, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }, Source, People[0], Now).Value!;
        var submitted = TranslationDecisions.Submit(edited, errors: 0, People[0], Now).Value!;

        var newer = TranslationDecisions.Return(submitted, "chưa đúng", People[1], Now).Value!;
        var takenBack = TranslationDecisions.Return(approved, "sai số", People[1], Now).Value!;

        Assert.Equal((Words, true), (newer.Approved, newer.HasApproved));
        Assert.Equal((Words, false), (takenBack.Approved, takenBack.HasApproved));
    }

    [Fact]
    public void Only_other_words_make_an_edition_and_only_other_words_than_those_of_pictures_one_to_read_aloud()
    {
        var first = TranslationDecisions.Approve(Submitted(by: People[0]), errors: 0, People[1], Now).Value!;
        Assert.Equal((1, 1), (first.Edition, first.SpokenSince));

        Assert.Equal((1, 1), Again(first, Words));
        Assert.Equal((2, 1), Again(first, Words with { Pictures = "ꪹꪣꪉ" }));
        Assert.Equal((2, 2), Again(first, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }));

        // What was stored before editions were counted, and approved then.
        Assert.Equal((0, 0), Again(first with { Edition = 0, SpokenSince = 0 }, Words));
        Assert.Equal((1, 1), Again(first with { Edition = 0, SpokenSince = 0 }, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }));
    }

    [Fact]
    public void What_a_reviewer_corrects_is_told_apart_from_what_goes_back_until_it_is_decided()
    {
        var corrected = TranslationDecisions.Draft(
            Submitted(by: People[0]), Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }, Source, People[1], Now).Value!;
        var again = TranslationDecisions.Draft(corrected, Words with { Body = "ꪵꪒꪉ ꪣꪉ. ꪣꪉ." }, Source, People[0], Now).Value!;
        var submitted = TranslationDecisions.Submit(again, errors: 0, People[0], Now).Value!;
        var approved = TranslationDecisions.Approve(submitted, errors: 0, People[2], Now).Value!;

        Assert.True(corrected.IsCorrected && again.IsCorrected && approved.IsCorrected);
        Assert.False(TranslationDecisions.Return(submitted, "sai số", People[2], Now).Value!.IsCorrected);
        Assert.False(TranslationDecisions.Draft(approved, Words, Source, People[0], Now).Value!.IsCorrected);
        Assert.False(TranslationDecisions.Draft(Submitted(by: People[0]), Words, Source, People[0], Now).Value!.IsCorrected);
    }

    [Fact]
    public void Who_approved_a_text_undoes_it_while_nothing_is_out_and_it_waits_for_its_review_again()
    {
        var waiting = Submitted(by: People[0]);
        var approved = TranslationDecisions.Approve(waiting, errors: 0, People[1], Now).Value!;

        Assert.Equal(nameof(ProblemTexts.OutAlready), TranslationDecisions.WhyNotUndone(approved, isOut: true, People[1])?.Code);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(approved, isOut: false, People[2])?.Code);
        var undone = TranslationDecisions.Undo(approved, isOut: false, People[1], Now).Value!;
        Assert.Equal(waiting, undone);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(undone, isOut: false, People[1])?.Code);

        // The same words approved after all are no other edition.
        Assert.Equal(1, TranslationDecisions.Approve(undone, errors: 0, People[2], Now).Value!.Edition);
        var second = TranslationDecisions.Draft(approved, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }, Source, People[0], Now).Value!;
        var anew = TranslationDecisions.Approve(
            TranslationDecisions.Submit(second, errors: 0, People[0], Now).Value!, errors: 0, People[1], Now).Value!;
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(anew, isOut: false, People[1])?.Code);
    }

    [Fact]
    public void A_return_that_is_undone_leaves_the_text_as_it_was_and_one_that_took_an_approval_back_stays()
    {
        var corrected = TranslationDecisions.Draft(
            Submitted(by: People[0]), Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ. ꪣꪉ." }, Source, People[1], Now).Value!;
        var submitted = TranslationDecisions.Submit(corrected, errors: 0, People[0], Now).Value!;
        var returned = TranslationDecisions.Return(submitted, "sai số", People[2], Now).Value!;

        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(returned, isOut: false, People[0])?.Code);
        Assert.Equal(submitted, TranslationDecisions.Undo(returned, isOut: true, People[2], Now).Value);

        var approved = TranslationDecisions.Approve(Submitted(by: People[0]), errors: 0, People[1], Now).Value!;
        var takenBack = TranslationDecisions.Return(approved, "sai số", People[1], Now).Value!;
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(takenBack, isOut: false, People[1])?.Code);
    }

    [Fact]
    public void A_text_is_taken_out_of_review_by_who_wrote_it_until_somebody_has_decided()
    {
        var waiting = Submitted(by: People[0]);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(waiting, isOut: false, People[1])?.Code);

        var draft = TranslationDecisions.Undo(waiting, isOut: false, People[0], Now).Value!;

        Assert.Equal((TranslationState.Drafted, waiting.Text), (draft.State, draft.Text));
        Assert.Equal(TranslationState.InReview, TranslationDecisions.Submit(draft, errors: 0, People[0], Now).Value!.State);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(draft, isOut: false, People[0])?.Code);
        var approved = TranslationDecisions.Approve(waiting, errors: 0, People[1], Now).Value!;
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), TranslationDecisions.WhyNotUndone(approved, isOut: false, People[0])?.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_return_needs_a_reason(string? reason) =>
        Assert.Equal(
            nameof(ProblemTexts.ReasonMissing),
            TranslationDecisions.Return(Submitted(by: People[0]), reason, People[1], Now).Problem?.Code);

    [Fact]
    public void An_empty_text_is_not_sent_to_review()
    {
        var empty = TranslationDecisions.Draft(Wanted(), VersionText.Empty, Source, People[0], Now).Value!;

        Assert.Equal(nameof(ProblemTexts.TranslationEmpty), TranslationDecisions.Submit(empty, errors: 0, People[0], Now).Problem?.Code);
    }

    [Fact]
    public void An_outdated_translation_is_not_edited_any_more() =>
        Assert.Equal(
            nameof(ProblemTexts.TranslationOutdated),
            TranslationDecisions.Draft(Wanted() with { State = TranslationState.Outdated }, Words, Source, People[0], Now).Problem?.Code);

    [Fact]
    public void A_text_with_an_error_is_neither_submitted_nor_approved()
    {
        var drafted = TranslationDecisions.Draft(Wanted(), Words, Source, People[0], Now).Value!;

        Assert.Equal(
            nameof(ProblemTexts.TranslationHasErrors), TranslationDecisions.Submit(drafted, errors: 2, People[0], Now).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.TranslationHasErrors),
            TranslationDecisions.Approve(Submitted(People[0]), errors: 1, People[1], Now).Problem?.Code);
    }

    [Fact]
    public void What_a_machine_filled_in_is_open_until_somebody_keeps_it_and_whoever_keeps_it_is_its_editor()
    {
        var filled = TranslationDecisions.Fill(
            Wanted(),
            Source.Segments.Select((segment, place) => (segment, place))
                .ToDictionary(
                    each => each.place, each => new TranslatedSegment(each.segment.Part, 1, $"từ {each.place}", SegmentMark.FromMemory)),
            Source).Value!;
        Assert.Equal((3, true), (filled.OpenSegments, filled.Editors.IsEmpty));
        Assert.Equal(nameof(ProblemTexts.SegmentsOpen), TranslationDecisions.Submit(filled, errors: 0, People[0], Now).Problem?.Code);

        var kept = TranslationDecisions.DraftSegments(
            filled,
            filled.Segments.Select((segment, place) => (segment, place)).ToDictionary(each => each.place, each => each.segment.Target),
            Source,
            People[0],
            Now).Value!;

        Assert.Equal((0, People[0]), (kept.OpenSegments, Assert.Single(kept.Editors)));
        Assert.Equal("từ 1 từ 2", kept.Text.Body);
    }

    [Fact]
    public void Others_leave_a_claimed_translation_alone_until_it_is_released_or_a_day_has_passed()
    {
        var claimed = TranslationDecisions.Claim(Wanted(), People[0], Now).Value!;

        Assert.Equal(nameof(ProblemTexts.ClaimedByOther), TranslationDecisions.Draft(claimed, Words, Source, People[1], Now).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.ClaimedByOther), TranslationDecisions.Claim(claimed, People[1], Now).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.ClaimedByOther), TranslationDecisions.Release(claimed, People[1], Now).Problem?.Code);
        Assert.Null(TranslationDecisions.Release(claimed, People[1], Now, isStaff: true).Value!.Claim);
        Assert.True(TranslationDecisions.Draft(claimed, Words, Source, People[0], Now).IsDone);
        Assert.True(
            TranslationDecisions.Draft(TranslationDecisions.Release(claimed, People[0], Now).Value!, Words, Source, People[1], Now).IsDone);
        Assert.True(TranslationDecisions.Draft(claimed, Words, Source, People[1], Now.AddHours(24)).IsDone);
    }

    [Fact]
    public void Just_a_warning_that_the_text_has_is_dismissed_and_with_a_reason()
    {
        Assert.Equal(
            nameof(ProblemTexts.NoSuchWarning),
            TranslationDecisions.Dismiss(Wanted(), new("numbers", "số viết bằng chữ", People[0], Now), isWarning: false).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.ReasonMissing),
            TranslationDecisions.Dismiss(Wanted(), new("numbers", " ", People[0], Now), isWarning: true).Problem?.Code);

        var dismissal = Assert.Single(
            TranslationDecisions.Dismiss(Wanted(), new("numbers", " số viết bằng chữ ", People[0], Now), isWarning: true).Value!.Dismissals);
        Assert.Equal(("numbers", "số viết bằng chữ", People[0], Now), (dismissal.Finding, dismissal.Reason, dismissal.By, dismissal.At));
    }

    /// <summary>
    /// Whatever people do, in any order: what is approved was written by somebody, approved by somebody else, whole and without an error.
    /// </summary>
    [Property(MaxTest = 3000)]
    public bool No_path_leads_to_approved_without_two_people_and_a_clean_check((int Action, int Person, int Errors)[] steps)
    {
        var translation = Wanted();
        foreach (var (action, person, random) in steps)
        {
            var (by, errors) = (People[Math.Abs(person % People.Length)], Math.Abs(random % 2));
            var next = Math.Abs(action % 10) switch
            {
                0 => TranslationDecisions.Draft(translation, Words, Source, by, Now),
                1 => TranslationDecisions.Submit(translation, errors, by, Now),
                2 => TranslationDecisions.Approve(translation, errors, by, Now),
                3 => TranslationDecisions.Return(translation, "sai số liệu", by, Now),
                4 => TranslationDecisions.DraftSegments(
                    translation, new Dictionary<int, string?> { [Math.Abs(random % 3)] = random % 5 == 0 ? null : "ꪣꪉ" }, Source, by, Now),
                5 => TranslationDecisions.Fill(
                    translation,
                    new Dictionary<int, TranslatedSegment> { [Math.Abs(random % 3)] = new(TextPart.Body, 1, "ꪣꪉ", SegmentMark.FromMemory) },
                    Source),
                6 => TranslationDecisions.Claim(translation, by, Now),
                7 => TranslationDecisions.Release(translation, by, Now),
                8 => TranslationDecisions.Undo(translation, isOut: errors > 0, by, Now),
                _ => TranslationDecisions.Draft(translation, VersionText.Empty, Source, by, Now),
            };
            var wasApproved = translation.State is TranslationState.Approved;
            translation = next.Value ?? translation;
            if (translation.State is TranslationState.Approved
                && ((!wasApproved && errors > 0)
                    || translation.Text.IsEmpty
                    || translation.OpenSegments > 0
                    || translation.Editors.IsEmpty
                    || translation.ReviewedBy is not { } reviewer
                    || translation.Editors.Contains(reviewer)))
            {
                return false;
            }
        }

        return true;
    }

    private static TranslatedVersion Wanted() => new()
    {
        Id = VersionId.Parse("mac-ca.1.blt-Tavt", null),
        State = TranslationState.Wanted,
        Text = VersionText.Empty,
        Segments = Alignment.Empty(Source),
        SourceHash = "source",
        ChangedAt = Now,
    };

    private static (int Edition, int SpokenSince) Again(TranslatedVersion approved, VersionText words)
    {
        // Back and forth, as people write.
        var source = SegmentedText.Of(new("Mắc ca", null, "Câu một. Câu hai.") { Pictures = words.Pictures is null ? null : "Mắc ca" });
        var draft = TranslationDecisions.Draft(approved, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ ꪵꪒꪉ." }, source, People[0], Now).Value!;
        var edited = TranslationDecisions.Draft(draft, words, source, People[0], Now).Value!;
        var submitted = TranslationDecisions.Submit(edited, errors: 0, People[0], Now).Value!;
        var anew = TranslationDecisions.Approve(submitted, errors: 0, People[1], Now).Value!;
        Assert.Equal((words, true), (anew.Approved, anew.HasApproved));
        return (anew.Edition, anew.SpokenSince);
    }

    private static TranslatedVersion Submitted(PersonId by) =>
        TranslationDecisions.Submit(TranslationDecisions.Draft(Wanted(), Words, Source, by, Now).Value!, errors: 0, by, Now).Value!;
}
