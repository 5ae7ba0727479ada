using System.Security.Cryptography;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>The hash of what an item says, to see whether a file that comes again changes anything.</summary>
internal static class ContentHash
{
    /// <summary>
    /// Over its JSON, without what it says of its approval (which approves the content and is none of it) and with lists whose order means nothing sorted.
    /// </summary>
    public static string Of(ItemContent content) => Hex(ReadableJson.Write(
        content with
        {
            Claim = null,
            // They stand with the pictures already, and were not here before there could be several.
            Text = content.Text with { Pictures = null },
            Topics = [.. content.Topics.Order(StringComparer.Ordinal)],
            Communes = [.. content.Communes.OrderBy(commune => commune.Value, StringComparer.Ordinal)],
        },
        ContentJson.Default.ItemContent));

    public static string Of(VersionText text) => Hex(ReadableJson.Write(text, ContentJson.Default.VersionText));

    /// <summary>Of what is read aloud: all but the words of pictures.</summary>
    public static string OfSpoken(VersionText text) => Of(text with { Pictures = null });

    private static string Hex(ReadOnlyMemory<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json.Span));
}
