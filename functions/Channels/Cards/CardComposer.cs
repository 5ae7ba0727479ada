using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Channels.Cards;

/// <summary>Finds the place of everything on a card: a pure function. Letters are as large as the room allows.</summary>
internal static class CardComposer
{
    private const int CardWidth = 1080;
    private const float TextWidth = CardWidth - (2 * CardLayout.Margin);
    private const float BarHeight = 12;
    private const float Gap = 44;

    /// <summary>A card is seen at a third of its size on a phone, where smaller letters cannot be read.</summary>
    private static readonly Sizes Short = new(112, 36);
    private static readonly Sizes Headline = new(76, 46);
    private static readonly Sizes Body = new(46, 36);
    private static readonly Sizes Foot = new(34, 26);

    public static Result<CardLayout> Compose(Card card)
    {
        var isShort = card.Kind is ItemKind.Slogan or ItemKind.Quote;
        var height = isShort ? 1080 : 1350;
        var sheet = new Sheet(CardColours.Of(card.Kind));
        if (Footer(sheet, card, height) is { } footProblem)
        {
            return footProblem;
        }

        var problem = isShort ? Words(sheet, card) : Article(sheet, card);
        return problem is not null
            ? problem
            : new CardLayout(CardWidth, height, sheet.Colours, sheet.Lines.ToImmutable(), sheet.Bars.ToImmutable())
            {
                WordsLeftOut = sheet.WordsLeftOut,
            };
    }

    /// <summary>The issuer at the bottom, and the mark of a sample below it.</summary>
    private static Problem? Footer(Sheet sheet, Card card, int height)
    {
        CardParagraph[] paragraphs = card.SampleMark is null ? [new(card.Issuer)] : [new(card.Issuer), new(card.SampleMark, Bold: true)];
        var words = ShapedText.Of(paragraphs);
        if (!words.IsDone)
        {
            return words.Problem;
        }

        if (Largest(words.Value, Foot, height / 5f) is not { } lines)
        {
            return TooLong(card.Issuer);
        }

        var top = height - CardLayout.Margin - lines.Height;
        sheet.Put(lines, top, sheet.Colours.Soft);
        sheet.Bars.Add(new(CardLayout.Margin, top - 22, TextWidth, 3, sheet.Colours.Accent));
        sheet.Bottom = top - 22 - Gap;
        return null;
    }

    /// <summary>A slogan or a quote: whole, in the middle, in letters of one size.</summary>
    private static Problem? Words(Sheet sheet, Card card)
    {
        var words = ShapedText.Of(card.Text.Select(paragraph => paragraph with { Bold = card.Kind is ItemKind.Slogan }));
        var speaker = ShapedText.Of(card.Speaker is null ? [] : [new CardParagraph($"— {card.Speaker}", Bold: true)]);
        var mark = ShapedText.Of(card.Kind is ItemKind.Quote ? [new CardParagraph("“", Bold: true)] : []);
        if ((words.Problem ?? speaker.Problem ?? mark.Problem) is { } missing)
        {
            return missing;
        }

        var room = sheet.Bottom - CardLayout.Margin;
        if (Largest(speaker.Value!, new(44, 32), room / 4) is not { } named)
        {
            return TooLong(card.Speaker!);
        }

        var opening = new SizedLines(180, mark.Value!.Break(180, TextWidth, breakWords: false)!);
        // The mark is only the upper part of its line.
        var above = opening.Lines.Count > 0 ? 110 : BarHeight + Gap;
        var below = named.Lines.Count > 0 ? Gap + named.Height : 0;
        if (Largest(words.Value!, Short, room - above - below) is not { } lines)
        {
            return TooLong(card.Text[0].Text);
        }

        var top = CardLayout.Margin + ((room - above - below - lines.Height) / 2);
        sheet.Put(opening, top - 22, sheet.Colours.Accent);
        if (opening.Lines.Count == 0)
        {
            sheet.Bars.Add(new(CardLayout.Margin, top, 132, BarHeight, sheet.Colours.Accent));
        }

        sheet.Put(Balanced(words.Value!, lines), top + above, sheet.Colours.Ink);
        sheet.Put(named, top + above + lines.Height + Gap, sheet.Colours.Accent);
        return null;
    }

    /// <summary>The headline and as much of the text as there is room for.</summary>
    private static Problem? Article(Sheet sheet, Card card)
    {
        var headline = ShapedText.Of(card.Headline is null ? [] : [new CardParagraph(card.Headline, Bold: true)]);
        var body = ShapedText.Of(card.Text);
        if ((headline.Problem ?? body.Problem) is { } missing)
        {
            return missing;
        }

        var top = CardLayout.Margin + BarHeight + Gap;
        if (Largest(headline.Value!, Headline, (sheet.Bottom - top) * 0.45f) is not { } title)
        {
            return TooLong(card.Headline!);
        }

        sheet.Bars.Add(new(CardLayout.Margin, CardLayout.Margin, 132, BarHeight, sheet.Colours.Accent));
        sheet.Put(Balanced(headline.Value!, title), top, sheet.Colours.Ink);
        top += title.Height + (Gap / 2);
        if ((Largest(body.Value!, Body, sheet.Bottom - top) ?? Beginning(body.Value!, sheet.Bottom - top)) is not { } text)
        {
            return TooLong(card.Text[0].Text);
        }

        sheet.Put(text, top, sheet.Colours.Ink);
        // A word that is broken is counted by its pieces, so it never seems left out.
        sheet.WordsLeftOut = Math.Max(0, body.Value!.Count - text.Lines.Sum(line => line.Words.Count));
        return null;
    }

    /// <summary>In the largest letters in which all of it fits; words are broken only in the smallest.</summary>
    private static SizedLines? Largest(ShapedText words, Sizes sizes, float height)
    {
        // What does not fit in the smallest fits in none: a text of a hundred thousand letters is not laid out forty times.
        if (Sized(words, sizes.Smallest, height, breakWords: true) is not { } smallest)
        {
            return null;
        }

        for (var size = sizes.Largest; size > sizes.Smallest; size -= 2)
        {
            if (Sized(words, size, height, breakWords: false) is { } sized)
            {
                return sized;
            }
        }

        return smallest;
    }

    /// <returns>Null where it does not fit in that size.</returns>
    private static SizedLines? Sized(ShapedText words, float size, float height, bool breakWords) =>
        words.Break(size, TextWidth, breakWords) is { } lines && new SizedLines(size, lines) is { } sized && sized.Height <= height
            ? sized
            : null;

    /// <summary>In as many lines, but of like length: the last word does not stand alone.</summary>
    private static SizedLines Balanced(ShapedText words, SizedLines lines)
    {
        var balanced = lines.Lines;
        if (balanced.Count == 0)
        {
            // Nothing fits into nothing, however narrow.
            return lines;
        }

        for (var width = TextWidth * 0.98f; words.Break(lines.Size, width, breakWords: false) is { } narrower
            && narrower.Count == balanced.Count; width *= 0.98f)
        {
            balanced = narrower;
        }

        return lines with { Lines = balanced };
    }

    /// <summary>The first lines in the smallest letters, with an ellipsis behind the last whole word.</summary>
    private static SizedLines? Beginning(ShapedText words, float height)
    {
        var all = words.Break(Body.Smallest, TextWidth, breakWords: true);
        if (all is null)
        {
            return null;
        }

        var (fitting, used) = (new List<BrokenLine>(), 0f);
        foreach (var line in all.TakeWhile(line => (used += line.Height * Body.Smallest) <= height))
        {
            fitting.Add(line);
        }

        // A heading with nothing below it says nothing.
        while (fitting.Count > 1 && fitting[^1].Font == CardFonts.Bold)
        {
            fitting.RemoveAt(fitting.Count - 1);
        }

        if (fitting.Count == 0 || fitting[^1].Cut(TextWidth / Body.Smallest) is not { } cut)
        {
            return null;
        }

        fitting[^1] = cut;
        return new(Body.Smallest, fitting);
    }

    private static Problem TooLong(string text) =>
        new(nameof(ProblemTexts.CardTextTooLong), null, Rendering.Shortening.Shorten(new(text, []), 60).Text);

    private sealed record Sizes(float Largest, float Smallest);

    /// <summary>Lines at the size in which they fit.</summary>
    private sealed record SizedLines(float Size, List<BrokenLine> Lines)
    {
        public float Height => Lines.Sum(line => line.Height) * Size;
    }

    /// <summary>The card as it fills.</summary>
    private sealed record Sheet(CardColours Colours)
    {
        public ImmutableArray<CardLine>.Builder Lines { get; } = ImmutableArray.CreateBuilder<CardLine>();

        public ImmutableArray<CardBar>.Builder Bars { get; } = ImmutableArray.CreateBuilder<CardBar>();

        /// <summary>Where the footer's room begins.</summary>
        public float Bottom { get; set; }

        public int WordsLeftOut { get; set; }

        public void Put(SizedLines lines, float top, uint colour)
        {
            foreach (var line in lines.Lines)
            {
                top += line.Gap * lines.Size;
                // What a line has over its letters lies for three fifths above them.
                var baseline = top + (lines.Size * (0.72f + ((line.Leading - 1) * 0.6f)));
                Lines.Add(new([.. line.Words], CardLayout.Margin, baseline, line.Width * lines.Size, lines.Size, colour));
                top += line.Leading * lines.Size;
            }
        }
    }
}
