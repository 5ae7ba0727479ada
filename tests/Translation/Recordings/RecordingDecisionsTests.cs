using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Recordings;

namespace Dissemination.Tests.Translation.Recordings;

/// <summary>How a text is read aloud, sent, approved and taken back.</summary>
public sealed class RecordingDecisionsTests
{
    private static readonly TextId Text = TextId.Parse("mac-ca.1.vi", null);
    private static readonly PersonId Reader = new("bung-lao-1");
    private static readonly PersonId Listener = new("bung-lao-2");
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 1, 0, 0, TimeSpan.Zero);
    private static readonly VersionText Words = new("Mắc ca", null, "Xã trồng mắc ca. Bà con phấn khởi.");
    private static readonly SpokenText Spoken = SpokenText.Of(Words);

    [Fact]
    public void A_text_is_read_sentence_by_sentence_without_its_marks_and_without_the_words_of_pictures()
    {
        var spoken = SpokenText.Of(
            new("Tin mới", null, "## Mục\n\nTrồng **mắc ca** ở [đây](https://example.org). Tốt.") { Pictures = "Ảnh" });

        Assert.Equal(["Tin mới", "Mục", "Trồng mắc ca ở đây.", "Tốt."], spoken.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void What_is_missing_is_counted_and_nothing_unfinished_is_sent()
    {
        var begun = Read(current: null, 0, 1);

        var sent = RecordingDecisions.Submit(begun, Spoken, Now);

        Assert.Equal((nameof(ProblemTexts.RecordingUnfinished), "1"), (sent.Problem?.Code, sent.Problem?.Arguments[0]));
    }

    [Fact]
    public void One_line_can_be_read_again_and_takes_the_place_of_what_was_read_before()
    {
        var again = Read(Read(current: null, 0, 1, 2), 1);

        Assert.Equal(3, again.Parts.Length);
        Assert.Equal(["f0", "f2", "f1"], again.Parts.Select(part => part.File));
        Assert.Equal(["f0", "f1", "f2"], RecordingDecisions.InOrder(again, Spoken).Select(part => part.File));
    }

    [Fact]
    public void A_recording_of_the_whole_gives_way_to_a_sentence_and_takes_the_place_of_all()
    {
        var whole = Whole(Read(current: null, 0, 1, 2));
        Assert.Equal("whole", Assert.Single(whole.Parts).File);

        Assert.Equal("f1", Assert.Single(Read(whole, 1).Parts).File);
    }

    [Fact]
    public void Who_read_any_sentence_of_it_does_not_approve_it()
    {
        var sent = Sent();

        Assert.Equal(nameof(ProblemTexts.ReviewerIsReader), RecordingDecisions.WhyNotApproved(sent, Spoken, Reader)?.Code);
        Assert.Null(RecordingDecisions.WhyNotApproved(sent, Spoken, Listener));
    }

    [Fact]
    public void A_voice_of_other_words_than_the_text_is_not_approved()
    {
        var changed = SpokenText.Of(Words with { Body = "Xã trồng mắc ca. Bà con rất phấn khởi." });

        Assert.Equal(nameof(ProblemTexts.RecordedTextChanged), RecordingDecisions.WhyNotApproved(Sent(), changed, Listener)?.Code);
    }

    [Fact]
    public void What_an_approved_voice_still_says_of_a_changed_text_need_not_be_read_again()
    {
        var changed = SpokenText.Of(Words with { Body = "Xã trồng mắc ca. Bà con rất phấn khởi." });
        var voice = Voice();

        Assert.Equal(
            Spoken.Sentences.Take(2).Select(sentence => sentence.Id),
            RecordingDecisions.StillSaid(voice, current: null, changed).Select(part => part.Sentence));
        Assert.False(voice.Says(Words with { Body = "Xã trồng mắc ca. Bà con rất phấn khởi." }));
        Assert.True(voice.Says(Words with { Pictures = "Ảnh khác" }));
        Assert.Empty(RecordingDecisions.StillSaid(voice with { Parts = [] }, current: null, changed));
    }

    [Fact]
    public void A_sentence_that_is_not_of_the_text_is_not_taken()
    {
        var other = new RecordedPart(["khong-co"], "f", 1, 1_000, new(24_000, 1), Reader);

        Assert.Equal(nameof(ProblemTexts.RecordedTextChanged), RecordingDecisions.Add(null, Text, Spoken, [other], Now).Problem?.Code);
    }

    [Fact]
    public void Sentences_of_different_forms_are_not_joined()
    {
        var begun = Read(current: null, 0, 1);
        var other = new RecordedPart([Spoken.Sentences[2].Id], "f2", 1, 1_000, new(44_100, 1), Reader);
        var all = RecordingDecisions.Add(begun, Text, Spoken, [other], Now).Value;

        Assert.Equal(nameof(ProblemTexts.RecordingForms), RecordingDecisions.Submit(all, Spoken, Now).Problem?.Code);
    }

    [Fact]
    public void Returning_keeps_nothing_of_the_voice_and_needs_a_reason()
    {
        Assert.Equal(nameof(ProblemTexts.ReasonMissing), RecordingDecisions.Return(Sent(), " ", Listener, Now).Problem?.Code);

        var returned = RecordingDecisions.Return(Sent(), "ồn quá", Listener, Now).Value!;

        Assert.Equal((RecordingState.Returned, "ồn quá"), (returned.State, returned.ReturnReason));
        Assert.Empty(returned.Files);
    }

    [Fact]
    public void An_approved_voice_stays_while_another_is_read_and_gives_way_to_it()
    {
        var approved = RecordingDecisions.Approve(Sent(), Voice(), Now);
        var again = Read(approved, 0);
        Assert.Equal(["f0", "voice"], again.Files);

        Assert.Null(RecordingDecisions.TakeBack(approved, "sai tên", Listener, Now).Value!.Voice);
    }

    [Fact]
    public void What_waits_for_a_second_person_is_asked_for_once_however_often_it_is_sent()
    {
        var sent = RecordingDecisions.Send(Read(current: null, 0, 1, 2), Text, Spoken, [], Now).Value!;
        Assert.Equal(RecordingState.InReview, sent.State);

        Assert.Same(sent, RecordingDecisions.Send(sent, Text, Spoken, [], Now.AddMinutes(1)).Value);
        Assert.Equal(nameof(ProblemTexts.RecordingUnfinished), RecordingDecisions.Send(null, Text, Spoken, [], Now).Problem?.Code);
    }

    [Fact]
    public void Who_approved_a_voice_undoes_it_while_nothing_is_out_and_it_waits_for_a_second_person_again()
    {
        var approved = RecordingDecisions.Approve(Sent(), Voice(), Now);

        Assert.Null(RecordingDecisions.WhyNotUndone(approved, isOut: false, Listener));
        Assert.Equal(nameof(ProblemTexts.OutAlready), RecordingDecisions.WhyNotUndone(approved, isOut: true, Listener)?.Code);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), RecordingDecisions.WhyNotUndone(approved, isOut: false, Reader)?.Code);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), RecordingDecisions.WhyNotUndone(Sent(), isOut: false, Listener)?.Code);

        // What it took the place of is deleted.
        var second = RecordingDecisions.Approve(Sent(), Voice() with { Number = 2 }, Now);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), RecordingDecisions.WhyNotUndone(second, isOut: false, Listener)?.Code);

        var undone = RecordingDecisions.Undo(approved, Sent().Parts, Now);
        Assert.Equal((RecordingState.InReview, 0), (undone.State, undone.Count));
        Assert.Null(undone.Voice);
        Assert.Null(RecordingDecisions.WhyNotApproved(undone, Spoken, Listener));
        Assert.Equal(nameof(ProblemTexts.ReviewerIsReader), RecordingDecisions.WhyNotApproved(undone, Spoken, Reader)?.Code);
    }

    private static Recording Read(Recording? current, params int[] sentences) => RecordingDecisions.Add(
        current,
        Text,
        Spoken,
        [.. sentences.Select(at => new RecordedPart([Spoken.Sentences[at].Id], $"f{at}", 4_000, 1_000, new(24_000, 1), Reader))],
        Now).Value!;

    private static Recording Whole(Recording? current) => RecordingDecisions.Add(
        current,
        Text,
        Spoken,
        [new RecordedPart([.. Spoken.Sentences.Select(sentence => sentence.Id)], "whole", 12_000, 3_000, new(24_000, 1), Reader)],
        Now).Value!;

    private static Recording Sent() => RecordingDecisions.Submit(Read(current: null, 0, 1, 2), Spoken, Now).Value!;

    private static ApprovedVoice Voice() => new(
        "voice", 12_000, 3_000, new(24_000, 1), Spoken.Words, [.. Spoken.Sentences.Select(sentence => sentence.Id)])
    {
        Parts = [.. Spoken.Sentences.Select((sentence, at) => new VoicePart(sentence.Id, at * 4_000, 4_000, Reader))],
        Readers = [Reader],
        ReviewedBy = Listener,
        At = Now,
        Number = 1,
    };
}
