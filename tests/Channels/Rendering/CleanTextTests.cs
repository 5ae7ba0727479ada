using System.Text;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Channels.Telegram;
using Dissemination.Channels.Website;
using FsCheck.Xunit;

namespace Dissemination.Tests.Channels.Rendering;

[Properties(Arbitrary = [typeof(GeneratedTexts)], MaxTest = 50)]
public sealed class CleanTextTests
{
    private const string Bad = "\u0000\u0007\u000b\u007f\u0085\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff\ufdd0";

    [Fact]
    public void Zero_width_spaces_joiners_and_ordinary_words_stay()
    {
        const string Text = "ꪎꪱ\u200bꪚꪱꪙ\tđường 👩‍👩‍👧 a\u200cb\n\u00a0c";

        Assert.Same(Text, CleanText.Of(Text));
    }

    [Fact]
    public void Controls_direction_marks_and_what_is_no_character_are_left_out() => Assert.Equal("ab", CleanText.Of($"a{Bad}\ud83db"));

    [Property]
    public void No_channel_sends_what_a_reader_must_not_get(Body title, Body body)
    {
        var post = Posts.Article(body.Text + Bad, title.Text + Bad) with { Issuer = "Ban" + Bad, Speaker = Bad + "x" };

        foreach (var text in (string[])[
            TelegramParts.Of(post).Text,
            PlainText.Render(post, 2000).Text,
            FeedEntries.Of(post, new("https://a.example")).Html,
            FeedEntries.Of(post, new("https://a.example")).Title])
        {
            Assert.Equal(CleanText.Of(text), text);
            Assert.DoesNotContain(
                text.EnumerateRunes(),
                rune => Bad.EnumerateRunes().Contains(rune) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')));
        }
    }
}
