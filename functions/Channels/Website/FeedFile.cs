using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Channels.Website;

/// <summary>A feed in one format, as it goes to readers.</summary>
/// <param name="Tag">The same for the same bytes, whichever copy of the program wrote them.</param>
internal sealed record FeedFile(byte[] Content, EntityTagHeaderValue Tag)
{
    public static FeedFile Of(byte[] content) =>
        new(content, new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));
}
