using Dissemination.Problems;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dissemination.Tests.Problems;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://a\")")]
    [InlineData("+84 912 345 678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠a")]
    [InlineData(" =1")]
    [InlineData("\u200B=1")]
    [InlineData("'=1")]
    public void What_a_spreadsheet_would_run_goes_out_as_words(string text) => Assert.Equal($"'{text}", CsvCell.Write(text));

    [Theory]
    [InlineData("")]
    [InlineData("Bà con trồng 1+1 ha")]
    [InlineData("'nhà'")]
    [InlineData("5-10")]
    public void All_other_words_go_out_as_they_are(string text) => Assert.Equal(text, CsvCell.Write(text));

    [Property(MaxTest = 1_000)]
    public Property What_goes_out_comes_back_letter_by_letter() =>
        Prop.ForAll(
            Gen.Elements('=', '+', '-', '@', '\'', '＝', ' ', '\t', '\u200B', 'a', 'ă', 'ꪀ')
                .ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
            text => CsvCell.Read(CsvCell.Write(text)) == text);
}
