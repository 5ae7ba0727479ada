using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dissemination;

/// <summary>
/// HTML with Vietnamese and Tai Viet letters as they are: a third of the size of escaped ones, and a person can read its source.
/// </summary>
internal static class ReadableHtml
{
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);
}
