using System.Text;
using Dissemination.Content;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Content;

/// <summary>Words are found with their marks and without.</summary>
public sealed class SearchTextTests
{
    private const string Words = "trồng mắc ca ở điện biên giai đoạn 2025 2030";

    [Theory]
    [InlineData("mắc ca", true)]
    [InlineData("MAC CA", true)]
    [InlineData("dien bien", true)]
    [InlineData("Điện", true)]
    [InlineData("trong 2030", true)]
    [InlineData("mặc", false)]
    [InlineData("cà phê", false)]
    [InlineData("iện", false)]
    public void A_word_with_marks_is_looked_for_with_them_and_one_without_in_any(string typed, bool isFound) =>
        Assert.Equal(isFound, SearchText.Finds([.. SearchText.WordsOf(typed)], SearchedText.Of(Words)));

    [Fact]
    public void What_a_Macintosh_writes_apart_is_the_same_word() =>
        Assert.True(SearchText.Finds([.. SearchText.WordsOf("mắc".Normalize(NormalizationForm.FormD))], SearchedText.Of(Words)));

    [Fact]
    public void The_words_of_pictures_are_looked_for_too() =>
        Assert.Contains(
            "đồi xanh",
            ListedWords.Of(ContentText.ArticleContent(ContentText.Article.Replace(
                "sample: true", "picture: anh.png\npictureAlt: Đồi xanh", StringComparison.Ordinal))).Words,
            StringComparison.Ordinal);

    [Fact]
    public void What_is_looked_for_is_taken_as_it_is_and_nothing_finds_everything()
    {
        Assert.Empty(SearchText.WordsOf(" %*'\" <> "));
        Assert.True(SearchText.Finds([], SearchedText.Of(Words)));
    }
}
