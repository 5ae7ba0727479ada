using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Channels.Rendering;

namespace Dissemination.Channels;

/// <summary>
/// A post as it is read out: of a link its words are left, no address is spelt, and nothing is said of pictures. Whoever reads it is told
/// what was left out.
/// </summary>
internal static partial class ReadAloud
{
    // A full stop or a comma behind it is the sentence's own.
    private const string Address =
        @"(?:https?://|www\.)[^\s()<>]*[^\s()<>.,;:!?…]"
        + @"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
        + @"|\b(?:[a-z0-9-]+\.)+(?:vn|com|org|net|info)\b(?:/[^\s()<>]*[^\s()<>.,;:!?…])?";

    /// <returns>The post, and the addresses of its author that are not read.</returns>
    public static (RenderedPost Post, ImmutableArray<string> LeftOut) Render(Post post)
    {
        var rendered = PostText.Compose(post with { Link = "", Pictures = [] }, int.MaxValue, writeAddresses: false)
            .Rendered(post.Pictures);
        List<string> leftOut = [.. rendered.Parts.SelectMany(part => part.Spans).Select(span => span.Address).OfType<string>()];
        var read = rendered with { Parts = [.. rendered.Parts.Select(part => new RenderedPart(Without(part.Text), part.Pictures))] };
        return (read, [.. leftOut.Distinct(StringComparer.Ordinal)]);

        string Without(string text)
        {
            var words = AddressWithRoom().Replace(text, address =>
            {
                leftOut.Add(address.Groups["bare"].Success ? address.Groups["bare"].Value : address.Groups["held"].Value);
                return "";
            });
            return EmptyLines().Replace(words, "\n\n").Trim();
        }
    }

    /// <summary>With the brackets that hold nothing else.</summary>
    [GeneratedRegex(
        @"[ \t]*(?:\([ \t]*(?<held>" + Address + @")[ \t]*\)|<?(?<bare>" + Address + @")>?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddressWithRoom();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex EmptyLines();
}
