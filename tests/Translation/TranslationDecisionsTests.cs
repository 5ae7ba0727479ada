using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation;

public sealed class TranslationDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly PersonId[] People = [new("an"), new("binh"), new("chi")];
    private static readonly VersionText Words = new("ꪹꪣꪉ", null, "ꪵꪒꪉ");

    [Fact]
    public void A_translation_cannot_be_approved_by_its_editor()
    {
        var inReview = Submitted(by: People[0]);

        var refused = TranslationDecisions.Approve(inReview, People[0], Now);
        var approved = TranslationDecisions.Approve(inReview, People[1], Now);

        Assert.Equal(nameof(ProblemTexts.ReviewerIsEditor), refused.Problem?.Code);
        Assert.Equal(TranslationState.Approved, approved.Value?.State);
        Assert.Equal(People[1], approved.Value?.ReviewedBy);
    }

    [Fact]
    public void An_edit_takes_an_approval_back()
    {
        var approved = TranslationDecisions.Approve(Submitted(by: People[0]), People[1], Now).Value!;

        var edited = TranslationDecisions.Draft(approved, Words with { Body = "ꪵꪒꪉ ꪵꪒꪉ" }, People[2], Now);

        Assert.Equal(TranslationState.Drafted, edited.Value?.State);
        Assert.Null(edited.Value?.ReviewedBy);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_return_needs_a_reason(string? reason) =>
        Assert.Equal(nameof(ProblemTexts.ReasonMissing), TranslationDecisions.Return(Submitted(by: People[0]), reason, People[1], Now).Problem?.Code);

    [Fact]
    public void An_empty_text_is_not_sent_to_review()
    {
        var empty = TranslationDecisions.Draft(Wanted(), VersionText.Empty, People[0], Now).Value!;

        Assert.Equal(nameof(ProblemTexts.TranslationEmpty), TranslationDecisions.Submit(empty, Now).Problem?.Code);
    }

    [Fact]
    public void An_outdated_translation_is_not_edited_any_more() =>
        Assert.Equal(
            nameof(ProblemTexts.TranslationOutdated),
            TranslationDecisions.Draft(Wanted() with { State = TranslationState.Outdated }, Words, People[0], Now).Problem?.Code);

    /// <summary>Whatever people do, in any order: what is approved was written by somebody and approved by somebody else.</summary>
    [Property(MaxTest = 2000)]
    public bool No_path_leads_to_approved_without_two_people((int Action, int Person)[] steps)
    {
        var translation = Wanted();
        foreach (var (action, person) in steps)
        {
            var by = People[Math.Abs(person % People.Length)];
            var next = Math.Abs(action % 4) switch
            {
                0 => TranslationDecisions.Draft(translation, Words, by, Now),
                1 => TranslationDecisions.Submit(translation, Now),
                2 => TranslationDecisions.Approve(translation, by, Now),
                _ => TranslationDecisions.Return(translation, "sai số liệu", by, Now),
            };
            translation = next.Value ?? translation;
            if (translation.State is TranslationState.Approved
                && (translation.Text.IsEmpty || translation.Editors.IsEmpty || translation.ReviewedBy is not { } reviewer || translation.Editors.Contains(reviewer)))
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
        SourceHash = "source",
        ChangedAt = Now,
    };

    private static TranslatedVersion Submitted(PersonId by) =>
        TranslationDecisions.Submit(TranslationDecisions.Draft(Wanted(), Words, by, Now).Value!, Now).Value!;
}
