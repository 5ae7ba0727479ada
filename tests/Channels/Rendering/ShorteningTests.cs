using Dissemination.Channels.Rendering;
using FsCheck;
using FsCheck.Xunit;

namespace Dissemination.Tests.Channels.Rendering;

[Properties(Arbitrary = [typeof(GeneratedTexts)], MaxTest = 300)]
public sealed class ShorteningTests
{
    [Property]
    public void A_shortened_text_is_never_over_the_limit_and_never_cut_inside_a_character(Body body, byte limit)
    {
        var shortened = Shortening.Shorten(new(body.Text, []), limit).Text;

        Assert.True(shortened.Length <= limit || shortened == body.Text);
        if (shortened != body.Text && shortened.Length > 0)
        {
            Assert.EndsWith(Shortening.Ellipsis, shortened, StringComparison.Ordinal);
            var kept = shortened[..^1].TrimEnd();
            Assert.StartsWith(kept, body.Text, StringComparison.Ordinal);
            Assert.Contains(kept.Length, GeneratedTexts.Boundaries(body.Text));
        }
    }

    [Property]
    public void A_text_with_spaces_is_cut_at_a_space(byte limit)
    {
        const string Word = "ꪁꪫ꪿ꪱꪣ";
        var text = string.Join(' ', Enumerable.Repeat(Word, 100));

        var kept = Shortening.Shorten(new(text, []), limit + Word.Length + 3).Text[..^1];

        Assert.All(kept.Split(' '), word => Assert.Equal(Word, word));
    }

    [Property]
    public void A_post_keeps_its_link_issuer_and_mark_and_its_styles_within_bounds(Body title, Body body, Body issuer, DoNotSize<ushort> room)
    {
        var limit = 400 + (room.Item % 4000);
        var post = Posts.Article(body.Text, title.Text) with { Issuer = issuer.Text + "Tỉnh ủy", Speaker = issuer.Text, Sample = true };

        var text = Assert.Single(PostText.Compose(post, limit, writeAddresses: false).Parts);

        Assert.True(text.Length <= limit);
        Assert.EndsWith("\nBản mẫu\n" + Posts.Link, "\n" + text.Text, StringComparison.Ordinal);
        Assert.Equal(text.Text.Trim(), text.Text);
        Assert.All(text.Spans, span =>
        {
            Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length);
            Assert.Equal(span.Style is TextStyle.Link, span.Address is not null);
        });
    }

    [Property]
    public void Words_are_called_shortened_only_where_some_are_missing(Body body)
    {
        var whole = PostText.Compose(Posts.Article(body.Text), int.MaxValue, writeAddresses: true);
        var cut = PostText.Compose(Posts.Article(body.Text), 300, writeAddresses: true);

        Assert.False(whole.Shortened);
        Assert.Equal(whole.Parts[0].Text != cut.Parts[0].Text, cut.Shortened);
    }
}
