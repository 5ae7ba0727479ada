using Dissemination.Content;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

public sealed class TranslatedTextTests
{
    [Fact]
    public void Letters_and_marks_apart_are_brought_together() =>
        Assert.Equal("Điện Biên", TranslatedText.Normalise(null, null, "Đie\u0323\u0302n Bie\u0302n").Body);

    [Theory]
    [InlineData("ꪹꪭꪙ\u200Bꪹꪥꪸꪒ", "ꪹꪭꪙ\u200Bꪹꪥꪸꪒ")]
    [InlineData("mắc\u200B ca", "mắc ca")]
    [InlineData("\u200Bꪹꪭꪙ\u200B", "ꪹꪭꪙ")]
    [InlineData("ꪹꪭꪙ \u200B\u200Bꪹꪥꪸꪒ", "ꪹꪭꪙ ꪹꪥꪸꪒ")]
    [InlineData("Zalo\u200Bꪹꪥꪸꪒ", "Zaloꪹꪥꪸꪒ")]
    public void Zero_width_spaces_stay_between_letters_of_Tai_Viet_and_nowhere_else(string typed, string kept) =>
        Assert.Equal(kept, TranslatedText.Normalise(null, null, typed).Body);

    /// <summary>Vowels are stored as they are seen, before or behind their consonant.</summary>
    [Theory]
    [InlineData("ꪹꪜꪸꪙ ꪼꪒ ꪻꪬ ꪵꪣꪒ ꪶꪀ")]
    [InlineData("ꪁꪫ꪿ꪱꪣ ꪚꪱꪙ꫁ ꪭꪙꫀ")]
    public void Tai_Viet_is_never_reordered(string text) => Assert.Equal(text, TranslatedText.Normalise(text, text, text).Body);

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_sign_that_the_checks_report() =>
        Assert.Equal("a\uFFFDb", TranslatedText.Normalise(null, null, "a\uD83Db").Body);

    [Fact]
    public void Lines_of_a_summary_stay_lines() => Assert.Equal("một\nhai", TranslatedText.Normalise(null, "một\r\nhai", "ba").Summary);

    [Fact]
    public void A_headline_is_one_line_and_nothing_where_there_is_only_space()
    {
        var text = TranslatedText.Normalise("một\r\nhai", " \n", "ba\r\n\r\nbốn ");

        Assert.Equal(("một hai", null, "ba\n\nbốn"), (text.Title, text.Summary, text.Body));
    }

    [Theory]
    [InlineData("một\r\nhai\n", "một\nhai")]
    [InlineData("\n hai \n\nbốn\n\n", "\nhai\n\nbốn")]
    [InlineData(" \n", "")]
    [InlineData(null, null)]
    public void Words_of_pictures_keep_their_lines_and_a_form_without_them_leaves_them_open(string? typed, string? kept) =>
        Assert.Equal(kept, TranslatedText.Normalise(null, null, "ba", typed).Pictures);

    [Theory]
    [InlineData(null, "một\n", true)]
    [InlineData("một", "một\n", true)]
    [InlineData("", null, true)]
    [InlineData("", "một", false)]
    [InlineData("\nmột", "một", false)]
    public void Words_are_the_same_as_the_stored_ones_where_their_lines_are(string? typed, string? stored, bool same)
    {
        var text = new VersionText(null, null, "ba");
        Assert.Equal(same, TranslatedText.AreSame(text with { Pictures = typed }, text with { Pictures = stored }));
    }
}
