using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Channels.Rendering;

/// <summary>Markdown as text for people, with its styles beside it.</summary>
internal sealed class MarkdownText
{
    private readonly StyledTextBuilder _text = new();
    private readonly string _markdown;
    private readonly bool _writeAddresses;

    /// <summary>What stands before each further line of the point that is being written.</summary>
    private string _indent = "";

    private MarkdownText(string markdown, bool writeAddresses) => (_markdown, _writeAddresses) = (markdown, writeAddresses);

    /// <param name="markdown">The body of a language version.</param>
    /// <param name="writeAddresses">Whether the address of a link is written after its words, for a channel that has no links of its
    /// own.</param>
    public static StyledText Read(string markdown, bool writeAddresses)
    {
        var reader = new MarkdownText(markdown, writeAddresses);
        reader.Blocks(MarkdownBody.Parse(markdown), between: "\n\n");
        return reader._text.ToStyledText().Trim();
    }

    private void Blocks(ContainerBlock container, string between)
    {
        var first = true;
        foreach (var block in container)
        {
            if (!first)
            {
                _text.Append(between).Append(_indent);
            }

            first = false;
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case ThematicBreakBlock:
                _text.Append(_markdown.AsSpan(block.Span.Start, block.Span.Length).Trim());
                break;
            case HeadingBlock heading:
                var start = _text.Length;
                Inlines(heading.Inline);
                _text.Style(TextStyle.Bold, start);
                break;
            case ListBlock list:
                Items(list);
                break;
            case CodeBlock code:
                _text.Append(code.Lines.ToString());
                break;
            case LeafBlock leaf:
                Inlines(leaf.Inline);
                break;
            case ContainerBlock container:
                Blocks(container, "\n\n");
                break;
        }
    }

    private void Items(ListBlock list)
    {
        var (outer, first) = (_indent, true);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (!first)
            {
                _text.Append("\n").Append(outer);
            }

            first = false;
            _text.Append("• ");
            _indent = outer + "  ";
            Blocks(item, "\n");
            _indent = outer;
        }
    }

    private void Inlines(ContainerInline? container)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        var start = _text.Length;
        switch (inline)
        {
            case LiteralInline literal:
                _text.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline:
                _text.Append("\n").Append(_indent);
                break;
            case EmphasisInline emphasis:
                Inlines(emphasis);
                _text.Style(emphasis.DelimiterCount == 2 ? TextStyle.Bold : TextStyle.Italic, start);
                break;
            case LinkInline link:
                Inlines(link);
                Address(link.Url!, start);
                break;
            case AutolinkInline link:
                _text.Append(link.Url);
                break;
            case CodeInline code:
                _text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case ContainerInline container:
                Inlines(container);
                break;
        }
    }

    /// <summary>Messengers link to pages, not to mailboxes: the address of a mailbox is always written out.</summary>
    private void Address(string address, int start)
    {
        var mailbox = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (!_writeAddresses && !mailbox)
        {
            _text.Style(TextStyle.Link, start, address);
            return;
        }

        var written = mailbox ? address["mailto:".Length..] : address;
        var words = _text.Since(start);
        if (words != written)
        {
            _text.Append(words.Length == 0 ? written : $" ({written})");
        }
    }
}
