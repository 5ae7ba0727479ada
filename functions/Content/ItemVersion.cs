using System.Security.Cryptography;
using Azure;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// The version of an item that a person sees and decides about. It is not the stored row's: that changes with each translation that is
/// saved (<see cref="ItemTransaction.Guard"/>), and who reads an item for ten minutes would be told that somebody had changed it.
/// </summary>
internal static class ItemVersion
{
    /// <summary>The same for as long as nothing of the item itself changes. Costs no transaction.</summary>
    public static ETag Of(Item item) => new($"\"{Hash(item)}\"");

    private static string Hash(Item item)
    {
        // What the program notes for itself is nothing that a person decides about.
        var seen = item with { TraceParent = null, ExpiryHandedOver = null, ListedIn = null, CalendarDays = [] };
        return Convert.ToHexStringLower(SHA256.HashData(ReadableJson.Write(seen, ContentJson.Default.Item).Span).AsSpan(..16));
    }
}
