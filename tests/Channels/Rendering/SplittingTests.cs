using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using FsCheck;
using FsCheck.Xunit;

namespace Dissemination.Tests.Channels.Rendering;

[Properties(Arbitrary = [typeof(GeneratedTexts)], MaxTest = 100)]
public sealed class SplittingTests
{
    [Property]
    public void Nothing_but_white_space_is_lost_between_the_parts(Body body, byte first, byte next, byte last)
    {
        var at = 0;
        foreach (var part in Parts(body.Text, first, next, last))
        {
            at = Find(body.Text, at, part.Text);
            at += part.Length;
        }

        Assert.True(body.Text.AsSpan(at).IsWhiteSpace());
    }

    [Property]
    public void No_part_is_longer_than_its_room(Body body, byte first, byte next, byte last)
    {
        var parts = Parts(body.Text, first, next, last);

        Assert.All(
            parts.Index(),
            part => Assert.InRange(
                part.Item.Length, 0, part.Index == 0 ? Room(first) : part.Index < parts.Length - 1 ? Room(next) : Room(last)));
    }

    [Fact]
    public void A_text_of_a_single_character_is_one_part() => Assert.Equal("🇻🇳", Assert.Single(Parts("🇻🇳", 4, 4, 4)).Text);

    [Property]
    public void No_part_begins_or_ends_inside_a_character(Body body, byte first, byte next, byte last)
    {
        // A sequence of marks that fills a whole part has to be cut somewhere.
        var elements = StringInfo.ParseCombiningCharacters(body.Text).Append(body.Text.Length).ToList();
        var longest = elements.Zip(elements.Skip(1), (from, to) => to - from).Append(0).Max();
        var boundaries = elements.ToHashSet();
        var at = 0;
        foreach (var part in Parts(body.Text, first + longest, next + longest, last + longest))
        {
            at = Find(body.Text, at, part.Text);
            Assert.Contains(at, boundaries);
            at += part.Length;
            Assert.Contains(at, boundaries);
        }
    }

    [Property]
    public void Styles_go_on_in_the_next_part_and_stay_in_its_bounds(Body body, byte first, byte next, byte last)
    {
        var whole = new StyledText(
            body.Text,
            [.. Enumerable.Range(0, body.Text.Length / 7)
                .Select(at => new TextSpan((TextStyle)(at % 2), at * 5, Math.Min(11, body.Text.Length - (at * 5))))]);

        var parts = Splitting.Split(whole, Room(first), Room(next), Room(last));

        Assert.All(
            parts,
            part => Assert.All(
                part.Spans, span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= part.Length)));
        Assert.Equal(Styled(whole), parts.SelectMany(Styled));
    }

    [Property]
    public void Tai_Viet_is_cut_at_spaces(byte room)
    {
        const string Word = "ꪁꪫ꪿ꪱꪣ";
        var size = room + Word.Length + 1;

        var parts = Splitting.Split(new(string.Join(' ', Enumerable.Repeat(Word, 200)), []), size, size, size);

        Assert.All(parts, part => Assert.All(part.Text.Split(' '), word => Assert.Equal(Word, word)));
    }

    [Fact]
    public void Without_any_space_a_vowel_stays_with_the_consonant_that_it_is_written_before()
    {
        var parts = Splitting.Split(new(string.Concat(Enumerable.Repeat("ꪹꪚ", 40)), []), 9, 9, 9);

        Assert.All(parts, part => Assert.StartsWith("ꪹ", part.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Đoạn một.\n\nĐoạn hai dài.", 16, "Đoạn một.")]
    [InlineData("Dòng một\nDòng hai dài hơn", 14, "Dòng một")]
    [InlineData("Câu một. Câu hai dài hơn", 14, "Câu một.")]
    [InlineData("Một 40.000 ha mắc ca", 14, "Một 40.000 ha")]
    [InlineData("ab\n12. cdefgh ij", 12, "ab\n12.")]
    [InlineData("không.dấu.cách", 8, "không.dấ")]
    public void A_text_is_cut_where_it_hurts_least(string text, int room, string first) =>
        Assert.Equal(first, Splitting.Split(new(text, []), room, room, room)[0].Text);

    [Property]
    public void Every_part_of_a_post_fits_and_names_its_issuer_and_the_last_ends_with_the_link(
        Body title, Body body, DoNotSize<ushort> room, bool sample)
    {
        var limit = 300 + (room.Item % 1500);
        var post = Posts.Article(body.Text + string.Concat(Enumerable.Repeat(" thêm chữ", 100)), title.Text) with
        {
            Overflow = Overflow.Split,
            Sample = sample,
            Speaker = "Bí thư",
        };

        var text = PostText.Compose(post, limit, writeAddresses: false, firstLimit: limit - 50);

        Assert.True(text.Parts.Length > 1 || text.Parts[0].Length <= limit - 50);
        Assert.False(text.Shortened);
        Assert.All(text.Parts.Index(), part =>
        {
            Assert.InRange(part.Item.Length, 1, part.Index == 0 ? limit - 50 : limit);
            Assert.Contains(post.Issuer, part.Item.Text, StringComparison.Ordinal);
            Assert.Equal(sample, part.Item.Text.Contains("\nBản mẫu", StringComparison.Ordinal));
            Assert.Equal(part.Index == text.Parts.Length - 1, part.Item.Text.EndsWith("\n" + Posts.Link, StringComparison.Ordinal));
            Assert.Equal(
                text.Parts.Length > 1,
                part.Item.Text.Contains($" ({part.Index + 1}/{text.Parts.Length})\n", StringComparison.Ordinal)
                    || part.Item.Text.EndsWith($" ({part.Index + 1}/{text.Parts.Length})", StringComparison.Ordinal));
            Assert.All(part.Item.Spans, span => Assert.True(span.Start >= 0 && span.Start + span.Length <= part.Item.Length));
        });
    }

    [Fact]
    public void Ten_parts_and_more_are_counted_with_as_many_digits()
    {
        var post = Posts.Article(string.Join(' ', Enumerable.Repeat("chữ", 2000))) with { Overflow = Overflow.Split };

        var text = PostText.Compose(post, 400, writeAddresses: false);

        Assert.InRange(text.Parts.Length, 10, 99);
        Assert.Contains($"(10/{text.Parts.Length})", text.Parts[9].Text, StringComparison.Ordinal);
        Assert.All(text.Parts, part => Assert.InRange(part.Length, 1, 400));
    }

    [Fact]
    public void What_must_not_be_cut_is_refused_with_its_length_and_the_limit()
    {
        var text = PostText.Compose(Posts.Article(new('a', 500)) with { Overflow = Overflow.Refuse }, 400, writeAddresses: false);

        Assert.Empty(text.Parts);
        Assert.Equal("TextOverLimit", text.Refusal!.Code);
        Assert.Equal(["bung-lao.telegram", $"{500 + Posts.Link.Length + 62}", "400"], text.Refusal.Arguments);
    }

    private static ImmutableArray<StyledText> Parts(string text, int first, int next, int last) =>
        Splitting.Split(new(text, []), Room(first), Room(next), Room(last));

    /// <summary>Where a part is, with nothing but white space before it.</summary>
    private static int Find(string text, int at, string part)
    {
        for (; !text.AsSpan(at).StartsWith(part, StringComparison.Ordinal); at++)
        {
            Assert.True(char.IsWhiteSpace(text[at]));
        }

        return at;
    }

    private static int Room(int room) => room + 2;

    /// <summary>Every character that is no white space, with its styles.</summary>
    private static IEnumerable<string> Styled(StyledText text) =>
        text.Text.Index().Where(character => !char.IsWhiteSpace(character.Item)).Select(character =>
            $"{(int)character.Item} {string.Join(',', text.Spans.Where(span => span.Start <= character.Index && character.Index < span.Start + span.Length).Select(span => span.Style))}");
}
