using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Cards;

/// <summary>The picture cards in the container <c>media</c>, each drawn once: its name is the hash of all that makes its picture.</summary>
internal sealed class CardStore(Store store, PublicPictures pictures)
{
    private const string Png = "image/png";

    private readonly ConcurrentDictionary<string, bool> _there = new(StringComparer.Ordinal);

    /// <summary>Sees to it that the card of a version that goes out is there. Two transactions for a card that this process has not seen yet, three for a new one, else none.</summary>
    public async Task<EnsuredCard> EnsureAsync(PublishableVersion version, CancellationToken cancellation)
    {
        if (VersionCards.For(version) is not { } card)
        {
            return EnsuredCard.None;
        }

        var name = NameOf(card);
        if (!_there.ContainsKey(name))
        {
            var blob = store.Container(Containers.Media).GetBlobClient(name);
            if (await blob.FindPropertiesAsync(cancellation) is null)
            {
                var made = CardMaker.Make(card);
                if (!made.IsDone)
                {
                    return new(null, made.Problem);
                }

                await blob.UploadAsync(new BinaryData(made.Value), new BlobUploadOptions { HttpHeaders = new() { ContentType = Png } }, cancellation);
            }

            _there[name] = true;
        }

        await pictures.ShowAsync(name, version.Id.Item, cancellation);

        return new(new(name, Png, VersionCards.Alt(version), IsCard: true), null);
    }

    public static string NameOf(Card card)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CardLayout.Version} {CardFonts.Version} ")));
        hash.AppendData(ReadableJson.Write(card, CardJson.Default.Card).Span);
        return $"card-{Convert.ToHexStringLower(hash.GetHashAndReset())}.png";
    }
}

/// <summary>What came of a version's card.</summary>
/// <param name="Picture">Null where the version needs no card, or it cannot be made.</param>
/// <param name="Problem">Why it cannot be made.</param>
internal sealed record EnsuredCard(PostPicture? Picture, Problem? Problem)
{
    public static EnsuredCard None { get; } = new(null, null);
}
