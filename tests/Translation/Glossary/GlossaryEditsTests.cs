using Dissemination.Problems;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Translation.Glossary;

public sealed class GlossaryEditsTests
{
    private static readonly GlossaryTerm Village = GlossaryFiles.Term("bản", "a");
    private static readonly GlossaryTerm Commune = GlossaryFiles.Term("xã", "b", TermRule.Locked);
    private static readonly StoredGlossary Two = new([Village, Commune]);

    [Fact]
    public void A_term_is_changed_and_removed_where_it_stands()
    {
        Assert.Equal(
            [Village with { Target = "c" }, Commune],
            GlossaryEdits.Change(Two, GlossaryEdits.TagOf(Village), Village with { Target = "c" }).Value!.Terms);
        Assert.Equal([Commune], GlossaryEdits.Remove(Two, GlossaryEdits.TagOf(Village)).Value!.Terms);
        Assert.Equal(
            [Village, Commune, GlossaryFiles.Term("tỉnh", "c")], GlossaryEdits.Add(Two, GlossaryFiles.Term("tỉnh", "c")).Value!.Terms);
    }

    [Fact]
    public void What_somebody_else_changed_or_removed_meanwhile_is_not_written_over()
    {
        var read = GlossaryEdits.TagOf(Village with { Note = "cũ" });

        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), GlossaryEdits.Change(Two, read, Village with { Target = "c" }).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), GlossaryEdits.Remove(Two, read).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), GlossaryEdits.Remove(StoredGlossary.Empty, "").Problem?.Code);
    }

    [Fact]
    public void A_term_that_the_rules_do_not_allow_is_refused()
    {
        Assert.Equal(nameof(ProblemTexts.TermTwice), GlossaryEdits.Add(Two, GlossaryFiles.Term("Bản", "A")).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.TermTwice),
            GlossaryEdits.Change(Two, GlossaryEdits.TagOf(Commune), GlossaryFiles.Term("bản", "a")).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.TermWithoutSource), GlossaryEdits.Add(Two, GlossaryFiles.Term("", "c")).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.RequiredKeyMissing),
            GlossaryEdits.Change(Two, GlossaryEdits.TagOf(Village), GlossaryFiles.Term("bản", "")).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.TermTwice), GlossaryEdits.Add(Two, Village).Problem?.Code);
    }

    [Fact]
    public void A_glossary_that_is_full_takes_no_more() =>
        Assert.Equal(
            nameof(ProblemTexts.GlossaryTooLong),
            GlossaryEdits.Add(
                new([.. Enumerable.Range(0, TermRules.MostTerms).Select(number => GlossaryFiles.Term($"từ {number}", "a"))]),
                Village).Problem?.Code);
}
