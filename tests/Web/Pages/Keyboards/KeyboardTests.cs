using System.Globalization;
using System.Text;
using Dissemination.Directory;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Keyboards;

namespace Dissemination.Tests.Web.Pages.Keyboards;

public sealed class KeyboardTests
{
    private static readonly string[] Cultures = ["vi", "en"];

    private static Keyboard Thai => KnownKeyboards.Find(new("blt-Tavt"))!;

    [Fact]
    public void Every_assigned_letter_of_Tai_Viet_has_one_key_and_no_key_writes_another_of_the_block()
    {
        var assigned = Enumerable.Range(0xAA80, 0x60)
            .Where(letter => !Letters.IsUnassignedTaiViet(letter))
            .Select(letter => (char)letter)
            .ToList();
        Assert.All(
            assigned,
            letter => Assert.NotEqual(UnicodeCategory.OtherNotAssigned, CharUnicodeInfo.GetUnicodeCategory(letter)));

        var written = Thai.Keys.Select(key => key.Text).Where(text => Letters.IsTaiViet(text[0])).ToList();

        Assert.Equal(assigned.Select(letter => letter.ToString()), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_stands_before_a_letter_is_apart_from_what_stands_on_it_and_both_ways_to_write_tones_are_there()
    {
        Assert.All(Group("before").Keys, key => Assert.True(Letters.IsPrefixVowel(key.Text[0])));
        Assert.Equal(5, Group("before").Keys.Length);
        Assert.All(
            Group("around").Keys,
            key => Assert.Equal(UnicodeCategory.NonSpacingMark, CharUnicodeInfo.GetUnicodeCategory(key.Text[0])));
        Assert.Equal("\uAABF\uAAC1", string.Concat(Group("tonemarks").Keys.Select(key => key.Text)));
        Assert.Equal("\uAAC0\uAAC2", string.Concat(Group("toneletters").Keys.Select(key => key.Text)));
        Assert.Equal((24, 24), (Group("low").Keys.Length, Group("high").Keys.Length));
    }

    [Theory]
    [InlineData("twh-Tavt", "Tavt")]
    [InlineData("hmn-Latn-x-chv", "chv")]
    [InlineData("mww-Latn-x-rpa", "rpa")]
    [InlineData("blt-Latn", null)]
    [InlineData("vi", null)]
    public void A_language_has_the_keyboard_of_its_script_or_spelling(string tag, string? name) =>
        Assert.Equal(name, KnownKeyboards.Find(new LanguageTag(tag))?.Name);

    [Fact]
    public void The_Mông_of_Việt_Nam_has_its_marked_letters_and_its_seven_tone_letters()
    {
        var chv = KnownKeyboards.Find(new("hmn-Latn-x-chv"))!;
        Assert.Superset("ăâđêôơưzxrlskv".ToHashSet(), string.Concat(chv.Keys.Select(key => key.Text)).ToHashSet());
        Assert.False(chv.IsWhole);
        Assert.True(Thai.IsWhole);
    }

    [Fact]
    public void Every_key_has_a_name_of_its_own_in_both_languages_and_every_group_and_keyboard_a_title() =>
        Assert.All(KnownKeyboards.All, keyboard =>
        {
            Assert.Distinct(keyboard.Keys.Select(key => key.Name));
            Assert.Distinct(keyboard.Keys.Select(key => key.EnglishName));
            Assert.All(keyboard.Keys, key => Assert.True(key.Text.IsNormalized(NormalizationForm.FormC)));
            foreach (var culture in Cultures)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.NotEqual(keyboard.Name, keyboard.Title);
                Assert.All(keyboard.Groups, group => Assert.NotEqual(group.Name, group.Title));
            }
        });

    private static KeyboardGroup Group(string name) => Assert.Single(Thai.Groups, group => group.Name == name);
}
