using Dissemination.Content;
using Dissemination.Intake.Drafts;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class LikenessTests
{
    private const string Text = "Đến năm 2030 toàn tỉnh có 40.000 ha mắc ca, bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc.";

    [Theory]
    [InlineData(Text, 1, 1)]
    [InlineData("**Đến năm 2030** toàn tỉnh có 40.000 ha mắc ca – bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc", 1, 1)]
    [InlineData("Đến năm 2030 toàn tỉnh có 45.000 ha mắc ca, bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc.", 0.5, 0.99)]
    [InlineData("Giữ rừng là giữ nước, mỗi bản một tổ bảo vệ rừng và một quy ước chung.", 0, 0.1)]
    [InlineData("Hai từ", 0, 0)]
    public void Near_texts_are_near_and_others_are_not(string other, double least, double most) =>
        Assert.InRange(new Likeness(Text).To(new(other)), least, most);

    [Fact]
    public void The_nearest_of_many_texts_is_the_one_that_comparing_each_would_find()
    {
        string[] texts =
        [
            "Giữ rừng là giữ nước, giữ bản, giữ mường.", "Giữ rừng là giữ đất.", "Cả tỉnh trồng mắc ca", "", "Giữ rừng là giữ nước.",
        ];
        NearestText all = new(texts);

        foreach (var text in texts.Append("Giữ rừng là giữ nước"))
        {
            var best = texts.Index().Select(other => (other.Index, Share: new Likeness(text).To(new(other.Item))))
                .Where(other => other.Share >= Likeness.Near)
                .OrderByDescending(other => other.Share).ThenBy(other => other.Index)
                .Select(other => ((int, double)?)other)
                .FirstOrDefault();
            Assert.Equal(best, all.Of(text, _ => true));
        }

        Assert.Equal(1, all.Of("Giữ rừng là giữ nước", number => number == 1)?.Number);
        Assert.Null(all.Of("Giữ rừng là giữ nước", _ => false));
    }

    [Theory]
    [InlineData("Giữ rừng là giữ nước")]
    [InlineData(Text)]
    public void What_says_the_same_is_among_those_with_the_most_words_in_common(string text)
    {
        const string Other = "Mỗi bản một tổ bảo vệ rừng, mỗi nhà một vườn cây ăn quả và một chuồng trại xa nhà ở.";
        var words = Enumerable.Range(0, 20).Select(number => ListedOf($"khac-{number}", $"{Other} {number}"))
            .Append(ListedOf("giong", text));

        Assert.Equal("giong", WordsInCommon.Of(text, words, most: 3).First().Value);
        Assert.DoesNotContain(WordsInCommon.Of(Other, [ListedOf("giong", text)], most: 3), item => item.Value == "giong");
    }

    private static ListedWords ListedOf(string id, string body) => ListedWords.Of(new ItemContent
    {
        Id = new(id),
        Kind = ItemKind.Slogan,
        Text = new(null, null, body),
        Issuer = "Ban Tuyên giáo và Dân vận Tỉnh ủy (mẫu)",
    });
}
