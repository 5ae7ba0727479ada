using System.Collections.Immutable;
using Dissemination.Translation.Segments;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Seen;

/// <summary>What another revision changed in one field.</summary>
/// <param name="Field">Its name, in the reader's words.</param>
internal sealed record FieldChange(string Field, ImmutableArray<ChangedWords> Words)
{
    /// <summary>On one line, because the lines of the text itself are shown.</summary>
    public HtmlString ToHtml() => new(string.Join(' ', Words.Select(words => words.Change switch
    {
        WordChange.Gone => $"<del>{Encode(words)}</del>",
        WordChange.New => $"<ins>{Encode(words)}</ins>",
        _ => Encode(words),
    })));

    private static string Encode(ChangedWords words) => ReadableHtml.Encoder.Encode(words.Text);
}
