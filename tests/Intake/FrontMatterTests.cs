using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

public sealed class FrontMatterTests
{
    private const string Title = "title: Trồng mắc ca";

    [Theory]
    [InlineData("title: Cuộc thi Ảnh #1 của tỉnh năm 2026", "Cuộc thi Ảnh #1 của tỉnh năm 2026")]
    [InlineData("title: Kèm thẻ #GiữRừng và #ĐiệnBiên trước ngày 30/11", "Kèm thẻ #GiữRừng và #ĐiệnBiên trước ngày 30/11")]
    [InlineData("title: #ĐiệnBiên cùng giữ rừng", "#ĐiệnBiên cùng giữ rừng")]
    [InlineData("title: Giữ rừng\n  của bản #GiữRừng", "Giữ rừng của bản #GiữRừng")]
    [InlineData("title: Giữ rừng#1", "Giữ rừng#1")]
    [InlineData("title: \"Giữ rừng #1\" # có dấu ngoặc thì đây là ghi chú", "Giữ rừng #1")]
    public void Words_behind_a_number_sign_stay(string line, string title) => Assert.Equal(title, Read(Title, line).Text.Title);

    [Fact]
    public void Words_that_begin_with_a_number_sign_are_not_taken_for_nothing() =>
        Assert.Equal("#GiữRừng", Read(Title, Title + "\nsummary: #GiữRừng").Text.Summary);

    [Theory]
    [InlineData("sample: true # bản mẫu")]
    [InlineData("sample: true\n# một dòng ghi chú")]
    [InlineData("sample: true\noverflow: shorten   # cắt cho vừa")]
    public void A_remark_behind_a_choice_or_on_its_own_line_is_a_remark(string lines) => Assert.True(Read("sample: true", lines).Sample);

    [Theory]
    [InlineData("publishAt: 2026-11-20 07:30", "publishAt: 2026-11-20 07:30 # sau cuộc họp")]
    [InlineData("expiresAt: 2027-12-31", "expiresAt: 2027-12-31 # hết năm sau")]
    [InlineData("resolution: dien-bien-2025-2030", "resolution: dien-bien-2025-2030 # của tỉnh")]
    [InlineData("  by: lanh-dao-ban", "  by: lanh-dao-ban # người ký")]
    public void A_remark_behind_a_time_or_an_id_is_no_part_of_it(string line, string instead)
    {
        var (plain, read) = (ContentText.ArticleContent(), Read(line, instead));

        Assert.Equal(
            (plain.PublishAt, plain.ExpiresAt, plain.Resolution, plain.Claim),
            (read.PublishAt, read.ExpiresAt, read.Resolution, read.Claim));
    }

    /// <summary>Lines are counted as the file has them; the fence is the first.</summary>
    [Theory]
    [InlineData("approval:", "approval:\n\tpaper: x", nameof(ProblemTexts.YamlTab), 11)]
    [InlineData("  document: MẪU-01", "\tdocument: MẪU-01", nameof(ProblemTexts.YamlTab), 12)]
    [InlineData("  document: MẪU-01", "  \tdocument: MẪU-01", nameof(ProblemTexts.YamlTab), 12)]
    [InlineData("topics: [macadamia]", "topics: [macadamia", nameof(ProblemTexts.YamlBroken), 5)]
    [InlineData("topics: [macadamia]", "topics: [macadamia #1, cà phê]", nameof(ProblemTexts.YamlBroken), 5)]
    [InlineData("issuer: Ban Tuyên giáo (mẫu)", "issuer: \"Ban Tuyên giáo (mẫu)", nameof(ProblemTexts.YamlBroken), 3)]
    [InlineData("issuer: Ban Tuyên giáo (mẫu)", "issuer Ban Tuyên giáo (mẫu)", nameof(ProblemTexts.YamlBroken), 3)]
    [InlineData("issuer: Ban Tuyên giáo (mẫu)", "issuer Ban\nsources: [\n\tmột]", nameof(ProblemTexts.YamlBroken), 3)]
    [InlineData("sample: true", "sample: @true", nameof(ProblemTexts.YamlBroken), 9)]
    [InlineData("title: Trồng mắc ca", "title: &mắc ca", nameof(ProblemTexts.YamlRefused), 2)]
    [InlineData("title: Trồng mắc ca", "title: !quan trọng", nameof(ProblemTexts.YamlRefused), 2)]
    [InlineData("title: Trồng mắc ca", "title: !Chú ý bà con", nameof(ProblemTexts.YamlBroken), 2)]
    public void What_cannot_be_read_is_told_at_its_line(string line, string instead, string code, int at) =>
        ContentText.ReadArticle(ContentText.Article.Replace(line, instead, StringComparison.Ordinal)).AssertOne(code, at);

    [Fact]
    public void A_group_that_is_indented_by_tabs_is_told_at_its_first_line() =>
        ContentText.ReadArticle(
            "---\ntitle: Bản tin\nissuer: Ban (mẫu)\ncommunes: [bung-lao]\nsample: true\napproval:\n\tby: lanh-dao-ban\n\tdocument: MẪU-90\n---\nNội dung.")
            .AssertOne(nameof(ProblemTexts.YamlTab), 7);

    [Theory]
    [InlineData("\uFEFF\uFEFF---\ntitle: Bà con giữ rừng\nissuer: Ban\n---\u200B\nBà con giữ rừng.")]
    [InlineData("---\u00A0\n\u200Btitle\u200B: \uFEFFBà con giữ rừng\u200B\nissuer: Ban\n---\nBà con giữ rừng.")]
    public void What_nobody_sees_at_the_edges_of_marks_names_and_values_is_no_part_of_them(string file) =>
        Assert.Equal("Bà con giữ rừng", ContentText.ReadArticle(file).AssertValid().Items.Single().Content.Text.Title);

    [Fact]
    public void Lines_of_a_summary_stay_lines() =>
        Assert.Equal(
            "Rừng còn, nước còn,\nnước còn, bản còn.",
            Read(Title, Title + "\nsummary: |\n  Rừng còn, nước còn,\n  nước còn, bản còn.").Text.Summary);

    private static ItemContent Read(string line, string instead) =>
        ContentText.ArticleContent(ContentText.Article.Replace(line, instead, StringComparison.Ordinal));
}
