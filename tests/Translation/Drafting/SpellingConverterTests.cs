using System.Text;
using Dissemination.Problems;
using Dissemination.Translation.Drafting;
using FsCheck;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Drafting;

public sealed class SpellingConverterTests
{
    private static readonly SpellingConverter Converter = new(SpellingTable.Default);

    /// <summary>The rows that lead back to where one came from.</summary>
    private static readonly ILookup<SpellingKind, SpellingRow> BothWays = SpellingTable.Default.Rows
        .Where(
            row => SpellingTable.Default.Of(SpellingDirection.ToRpa, row.Kind, row.Chv)[0].Text == row.Rpa
                && SpellingTable.Default.Of(SpellingDirection.ToChv, row.Kind, row.Rpa)[0].Text == row.Chv)
        .ToLookup(row => row.Kind);

    [Property(MaxTest = 2000)]
    public bool From_the_spelling_of_Việt_Nam_to_RPA_and_back_gives_the_same(DoNotSize<uint>[] picks, bool upper)
    {
        var syllables = picks.Select(any => any.Item).Select(
            pick => Pick(SpellingKind.Initial, pick) + Pick(SpellingKind.Rhyme, pick / 64) + Pick(SpellingKind.Tone, pick / 1024));
        var text = string.Join(
            ", ",
            syllables.Select((syllable, index) => index % 2 == 0 ? syllable : char.ToUpperInvariant(syllable[0]) + syllable[1..]))
                + " 5.000 ha!";
        text = upper ? text.ToUpperInvariant().Replace(" HA!", " ha!", StringComparison.Ordinal) : text;

        var rpa = Converter.Convert(text, SpellingDirection.ToRpa).Text;
        var back = Converter.Convert(rpa, SpellingDirection.ToChv);

        // A single capital letter cannot tell whether all of its word was meant.
        return upper ? string.Equals(back.Text, text, StringComparison.OrdinalIgnoreCase) : back.Text == text;

        static string Pick(SpellingKind kind, uint number) => BothWays[kind].ElementAt((int)(number % (uint)BothWays[kind].Count())).Chv;
    }

    [Property(MaxTest = 1000)]
    public bool Each_doubt_stands_where_it_says(int[] shape, string? random, bool toChv)
    {
        var converted = Converter.Convert(
            Exchange.HardTexts.Of(shape, random) + " Lus Hmoob Điện Biên", toChv ? SpellingDirection.ToChv : SpellingDirection.ToRpa);

        return converted.Doubts.All(
            doubt => converted.Text.Substring(doubt.Start, doubt.Length) == (doubt.Choices.IsEmpty ? doubt.Original : doubt.Choices[0]));
    }

    [Theory]
    [InlineData("Lul Hmôngz", "Lus Hmoob")]
    [InlineData("HMÔNGZ, 45.000 ha; lul!", "HMOOB, 45.000 ha; lus!")]
    [InlineData("têz ziv nênhs", "teb yim neeg")]
    [InlineData("aoz", "ob")]
    [InlineData("Điện Biên Phủ", "Điện Biên Phủ")]
    public void The_spelling_of_Việt_Nam_becomes_RPA(string chv, string rpa) =>
        Assert.Equal(rpa, Converter.Convert(chv, SpellingDirection.ToRpa).Text);

    [Fact]
    public void What_is_doubtful_on_the_way_from_RPA_is_marked_with_its_choices()
    {
        var converted = Converter.Convert("Hmoob lus Điện, teb", SpellingDirection.ToChv);

        Assert.Equal("Hmôngz lul Điện, têz", converted.Text);
        Assert.Equal(
            [(7, "lus", "lul luk"), (11, "Điện", "")],
            converted.Doubts.Select(doubt => (doubt.Start, doubt.Original, string.Join(' ', doubt.Choices))));
    }

    [Fact]
    public void The_tone_that_RPA_writes_like_another_does_not_come_back()
    {
        var rpa = Converter.Convert("luk", SpellingDirection.ToRpa).Text;

        Assert.Equal("lus", rpa);
        Assert.Contains("luk", Converter.Convert(rpa, SpellingDirection.ToChv).Doubts.Single().Choices);
    }

    [Fact]
    public void Addresses_and_the_names_of_the_original_stay_as_they_are()
    {
        var converted = Converter.Convert(
            "Cur nhaoz Na Tông, [lul](https://example.org/lul), cur",
            SpellingDirection.ToRpa,
            "Tôi ở Na Tông, xem (https://example.org/lul).");

        Assert.Equal("Kuv nyob Na Tông, [lus](https://example.org/lul), kuv", converted.Text);
        Assert.Empty(converted.Doubts);
    }

    [Fact]
    public void A_loan_word_that_the_original_has_stays_and_is_doubtful_where_it_could_be_a_syllable()
    {
        var converted = Converter.Convert("ntông mắc ca, ntông cà phê", SpellingDirection.ToRpa, "Cây mắc ca, cây cà phê");

        Assert.Equal("ntoo mắc ca, ntoo cà phê", converted.Text);
        Assert.Equal(
            [(9, "ca", "ca ka kia"), (21, "phê", "phê fe phe")],
            converted.Doubts.Select(doubt => (doubt.Start, doubt.Original, string.Join(' ', doubt.Choices))));
    }

    [Fact]
    public void A_corrected_table_may_have_longer_initials_and_tones()
    {
        var table = SpellingRows.Read(
            "a.csv",
            Encoding.UTF8.GetBytes("kind,rpa,chv,confidence,source\ninitial,ntshlh,q,sure,x\nrhyme,a,a,sure,x\ntone,ss,z,sure,x\n")).Value!;

        Assert.Equal("qaz", new SpellingConverter(table).Convert("ntshlhass", SpellingDirection.ToChv).Text);
    }

    [Fact]
    public void A_table_without_one_of_the_three_kinds_is_refused() =>
        Assert.Equal(
            ["initial", "rhyme"],
            SpellingRows.Read(
                "a.csv",
                Encoding.UTF8.GetBytes("kind,rpa,chv,confidence,source\ntone,b,z,sure,x\n")).Problems.Where(
                    problem => problem.Code == nameof(ProblemTexts.SpellingKindMissing)).Select(problem => problem.Arguments[0]));

    [Fact]
    public void The_table_covers_White_Hmong()
    {
        var rows = SpellingTable.Default.Rows;

        Assert.Equal(14, rows.Where(row => row.Kind is SpellingKind.Rhyme).Select(row => row.Rpa).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            ["", "b", "d", "g", "j", "m", "s", "v"],
            rows.Where(row => row.Kind is SpellingKind.Tone).Select(row => row.Rpa).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            62, rows.Where(row => row.Kind is SpellingKind.Initial).Select(row => row.Rpa).Distinct(StringComparer.Ordinal).Count());
        Assert.True(rows.All(row => row.Kind is not SpellingKind.Initial || row.Rpa.Length <= 5));
    }

    [Theory]
    [InlineData("tone,b,z,perhaps,x", nameof(ProblemTexts.NotAChoice))]
    [InlineData("vowel,b,z,sure,x", nameof(ProblemTexts.NotAChoice))]
    [InlineData("tone,B,z,sure,x", nameof(ProblemTexts.SpellingLetters))]
    [InlineData("rhyme,-,a,sure,x", nameof(ProblemTexts.SpellingLetters))]
    [InlineData("tone,b,z,sure,", nameof(ProblemTexts.RequiredKeyMissing))]
    [InlineData("tone,,z,sure,x", nameof(ProblemTexts.RequiredKeyMissing))]
    [InlineData("tone,b,x,sure,x", nameof(ProblemTexts.SpellingRowTwice))]
    [InlineData("tone,j,x,likely,x", nameof(ProblemTexts.SpellingRowTwice))]
    [InlineData("tone,b,z", nameof(ProblemTexts.RowLength))]
    public void A_wrong_row_is_told_with_its_line(string row, string code)
    {
        var read = SpellingRows.Read("chu-mong.csv", Encoding.UTF8.GetBytes($"kind,rpa,chv,confidence,source\ntone,j,x,sure,x\n{row}\n"));

        var problem = Assert.Single(read.Problems);
        Assert.Equal((code, 3), (problem.Code, problem.Place!.Line));
    }
}
