using Dissemination.Channels.Cards;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Channels;

/// <summary>What a person posts by hand: the words and the pictures of a hand task.</summary>
internal sealed class HandTaskPosts(DeliveryDesk desk, VersionReader versions, CardStore cards, SiteAddress site)
{
    /// <returns>Null where there is no such hand task.</returns>
    public async Task<HandTaskPost?> FindAsync(DeliveryId id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { Value: { IsByHand: true } delivery }
            || (await versions.FindAsync(id.Version, cancellation))?.For(id.Destination.Commune) is not { } version)
        {
            return null;
        }

        var card = await cards.EnsureAsync(version, cancellation);
        var post = Posts.Make(version, delivery, site, card.Picture);
        var (rendered, leftOut) = delivery.Channel is ChannelKind.Loudspeaker ? ReadAloud.Render(post) : (PlainText.RenderByHand(post, delivery.Channel), []);
        var notRead = leftOut.IsEmpty ? null : new Problem(nameof(ProblemTexts.AddressesNotRead), null, string.Join(", ", leftOut));
        return new(delivery, version, post, rendered, [.. new[] { rendered.Refusal, notRead, card.Problem }.OfType<Problem>()]);
    }
}

/// <summary>A hand task as its person needs it.</summary>
/// <param name="Notes">What the person has to know: words that may not be cut, a card that cannot be made.</param>
internal sealed record HandTaskPost(Delivery Delivery, PublishableVersion Version, Post Post, RenderedPost Rendered, IReadOnlyList<Problem> Notes);
