using Dissemination.Problems;

using FsCheck.Xunit;


namespace Dissemination.Tests.Problems;

public sealed class TextFileTests
{
    [Fact]
    public void A_byte_order_mark_and_foreign_line_ends_are_taken() =>
        Assert.Equal("một\nhai\nba", TextFile.Read("a.md", [0xEF, 0xBB, 0xBF, .. "một\r\nhai\rba".Utf8()]).AssertValid());

    [Fact]
    public void Letters_and_marks_apart_are_brought_together() =>
        Assert.Equal("Điện Biên", TextFile.Read("a.md", "Đie\u0323\u0302n Bie\u0302n".Utf8()).AssertValid());

    [Fact]
    public void Bytes_that_are_no_UTF8_are_reported_with_their_line() =>
        TextFile.Read("a.md", [.. "một\nhai\n"u8, 0xFF]).AssertOne(nameof(ProblemTexts.NotUtf8), 3);

    [Fact]
    public void Control_characters_are_reported_once_a_line() =>
        Assert.Equal(
            ["ControlCharacter:1", "ControlCharacter:3"],
            TextFile.Read("a.md", "a\0\0\nb\nc\u2028".Utf8()).Problems.AtLines());

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF \n\t\n")]
    public void A_file_of_nothing_is_empty(string text) =>
        TextFile.Read("a.md", text.Utf8()).AssertOne(nameof(ProblemTexts.FileEmpty), null);

    [Fact]
    public void A_file_beyond_20_MB_is_not_read() =>
        TextFile.Read("a.md", new byte[TextFile.MostBytes + 1]).AssertOne(nameof(ProblemTexts.FileTooLarge), null);

    [Property]
    public bool Any_bytes_are_a_text_or_problems(byte[] bytes) =>
        TextFile.Read("a.md", bytes) is { IsValid: true } or { Problems.IsEmpty: false };
}
