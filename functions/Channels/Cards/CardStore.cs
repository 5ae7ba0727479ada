using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Channels.Cards;

/// <summary>The picture cards in the container <c>media</c>, each drawn once: its name is the hash of all that makes its picture.</summary>
internal sealed class CardStore(Store store, PublicPictureStore pictures)
{
    private const string Png = "image/png";

    private readonly ConcurrentDictionary<string, bool> _there = new(StringComparer.Ordinal);

    /// <summary>
    /// Sees to it that the card of a version that goes out is there. Two transactions for a card that this process has not seen yet, three
    /// for a new one, else none.
    /// </summary>
    /// <param name="card">Null where the version needs none.</param>
    public async Task<EnsuredCard> EnsureAsync(ItemId item, Card? card, CancellationToken cancellationToken)
    {
        if (card is null)
        {
            return EnsuredCard.None;
        }

        var name = NameOf(card);
        if (!_there.ContainsKey(name))
        {
            var blob = store.Container(Containers.Media).GetBlobClient(name);
            if (await blob.FindPropertiesAsync(cancellationToken) is null)
            {
                var made = CardMaker.Make(card);
                if (!made.IsDone)
                {
                    return new(null, made.Problem);
                }

                await blob.UploadAsync(
                    new BinaryData(made.Value), new BlobUploadOptions { HttpHeaders = new() { ContentType = Png } }, cancellationToken);
            }

            _there[name] = true;
        }

        await pictures.ShowAsync(name, item, cancellationToken);

        return new(PictureOf(card, name), null);
    }

    /// <summary>What <see cref="EnsureAsync"/> will come to, without drawing or keeping anything.</summary>
    public static EnsuredCard Foresee(Card? card) =>
        card is null ? EnsuredCard.None
        : CardComposer.Compose(card) is { IsDone: false, Problem: var problem } ? new(null, problem)
        : new(PictureOf(card, NameOf(card)), null);

    private static PostPicture PictureOf(Card card, string name) => new(name, Png, card.Alt, IsCard: true);

    public static string NameOf(Card card)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CardLayout.Version} {CardFonts.Version} ")));
        hash.AppendData(ReadableJson.Write(card, CardJson.Default.Card).Span);
        return $"card-{Convert.ToHexStringLower(hash.GetHashAndReset())}.png";
    }
}
