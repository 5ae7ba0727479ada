using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Channels.Facebook;

/// <summary>One page of a list of posts, newest first.</summary>
internal sealed record FacebookFeed(ImmutableArray<FacebookFeed.Entry> Data, FacebookFeed.Pages? Paging)
{
    public const string Fields = "id,message,created_time";

    /// <summary>The mark behind which the next page begins; null on the last.</summary>
    // "next" holds the token in its address, so it is only asked whether it is there.
    public string? Next => Data.IsDefaultOrEmpty || Paging?.Next is null ? null : Paging.Cursors?.After;

    /// <summary>Whether the page ends before a time.</summary>
    public bool EndsBefore(DateTimeOffset time) => !Data.IsDefaultOrEmpty && Data[^1].CreatedAt < time;

    /// <summary>The posts whose words hold a link as a whole.</summary>
    public IEnumerable<Entry> With(string link) => Data.IsDefault ? [] : Data.Where(entry => entry.Holds(link));

    internal sealed record Entry(string? Id, string? Message, string? CreatedTime)
    {
        /// <summary>Null where it has no form that is known. Facebook writes the offset without a colon.</summary>
        public DateTimeOffset? CreatedAt =>
            DateTimeOffset.TryParseExact(
                CreatedTime, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

        /// <summary>The code at the end of a link could be the beginning of another's.</summary>
        public bool Holds(string link)
        {
            var at = Message?.IndexOf(link, StringComparison.Ordinal) ?? -1;
            return at >= 0 && (at + link.Length == Message!.Length || !char.IsAsciiLetterOrDigit(Message[at + link.Length]));
        }
    }

    internal sealed record Pages(Marks? Cursors, string? Next);

    internal sealed record Marks(string? Before, string? After);
}
