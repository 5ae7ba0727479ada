using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Tests.Channels;
using Dissemination.Tests.Translation.Checks;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation;

/// <summary>Whatever was written, reading it takes time that grows with its length alone.</summary>
public sealed class TextLimitsTests
{
    /// <summary>As long as a text may be.</summary>
    private const int Length = Limits.TextCharacters;

    /// <summary>What a reader may take of the processor for one such text; the square of its length would take minutes.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Pieces =>
    [
        "[a](", "[", "[\u2028\u2028", "[\n\u00A0\n", "[\n- \n", "[\n#[\n", "[\n    - a", "![",
        "[]()", "[a](b ", "[[a]", "*a ", "a* ", "*_", "**a*b ", "__a__ ", "_*_*", "`a``", "<a ", "<!--", "<![CDATA[",
        "> ", "- ", "* ", "# ", "&", "\\", "~~", "|", "1. ", "@", "a@", "0", "+84", "www.", "http://", "a.vn", "( ", "a. ", "\" ", "…",
        "\u0301", "\u200B", "\uAAB0", "\uD83D\uDE00", "\uE000", "a ", "á. ", "A B ", "9.", "9,9 ", "ă", "[x]\n", "- a\n", "a\n", "\n",
        "a\n\n", "===\n", "* * ", "a\t", "{0}", "%s", "12/", "ꪜ", "ｗ", "a-", "A.", "a/", "</a>", "a'", "=", "--", "[^a]", "- [ ] ", "***", "a**b",
    ];

    // What is read for the first time is compiled first, and that is not measured.
    static TextLimitsTests() => Read("Bà con [a](http://a.vn) *trồng* 40.000 ha.\n\n- ꪜꪱ a@b.vn ꪀꪱ.", (_, read) => read());

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_text_of_the_same_piece_again_and_again_is_read_in_time_or_refused(string piece) =>
        Read(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)), Timed);

    private static void Read(string text, Action<string, Action> timed)
    {
        timed("check", () => _ = MarkdownCheck.Check(text, new("a.md", 1), picturesApart: true).Count());
        timed("pictures", () => PicturesInText.Read(text, new("a.md", 1), []));
        timed("original", () => _ = OriginalCheck.Unreadable([new(text, new("a.md"))]).Concat(OriginalCheck.Strays([new(text, new("a.md"))]))
            .Concat(OriginalCheck.OfOtherLanguage(new(null, null, text), new("a.md"))).Count());
        timed("html", () => MarkdownBody.ToHtml(text));
        timed("words", () => MarkdownText.Read(text, writeAddresses: true));
        timed("marks", () => InlineMarks.Of(text));
        timed("segments", () => Alignment.Of(SegmentedText.Of(new(null, null, text)), new(null, null, text + "a")));
        timed("links", () => LinkReading.Read(text));
        timed("findings", () => Checking.Find(Checking.TaiDam, text, text + "a"));
        var slogan = Checking.Original(new(null, null, text), ItemKind.Slogan);
        if (VersionCards.For(new("blt-Tavt"), slogan, slogan.Text, sample: false) is { } card)
        {
            timed("card", () => CardComposer.Compose(card));
        }

        foreach (var overflow in Enum.GetValues<Overflow>())
        {
            timed($"post {overflow}", () => PostText.Compose(
                Posts.Article(text) with { Overflow = overflow }, PlainText.TelegramLimit, writeAddresses: true));
        }

        timed("changed", () => ChangedWords.Between(text, "b " + text + " c"));
        timed("memory", () =>
        {
            var memory = new MemoryIndex();
            memory.Add(new(new("blt-Tavt"), text, text, VersionId.Parse("a.1.blt-Tavt", null), null, default));
            memory.Find(text + " a");
        });
    }

    private static void Timed(string what, Action read)
    {
        var cost = ProcessorTime.Of(read);
        Assert.True(cost < Most, $"{what}: {cost}");
    }
}
