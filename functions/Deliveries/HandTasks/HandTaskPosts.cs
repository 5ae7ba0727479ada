using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>What a person posts by hand: the words and the pictures of a hand task.</summary>
internal sealed class HandTaskPosts(DeliveryCommands commands, VersionReader versions, CardStore cards, SiteAddress site)
{
    /// <returns>Null where there is no such hand task.</returns>
    public async Task<HandTaskPost?> FindAsync(DeliveryId id, CancellationToken cancellationToken)
    {
        if (await commands.FindAsync(id, cancellationToken) is not { Value: { IsByHand: true } delivery }
            || await versions.FindAsync(id.Version, cancellationToken) is not { } common)
        {
            return null;
        }

        var version = (await versions.WithRecordingsAsync(common, cancellationToken)).For(id.Destination.Commune);

        // To take something down one has to know what is there; else there is nothing to read or to copy.
        var whyNot = delivery.Action is DeliveryAction.Remove ? null : WhyNot(delivery, version);
        var card = await cards.EnsureAsync(version.Id.Item, version.Card, cancellationToken);
        var post = Posts.Make(version, delivery, site, card.Picture);
        var (rendered, leftOut) = delivery.Channel is ChannelKind.Loudspeaker
            ? ReadAloud.Render(post)
            : (PlainText.RenderByHand(post, delivery.Channel), []);
        var notRead = leftOut.IsEmpty ? null : new Problem(nameof(ProblemTexts.AddressesNotRead), null, string.Join(", ", leftOut));
        return whyNot is null
            ? new(delivery, version, post, rendered, [.. new[] { rendered.Refusal, notRead, card.Problem }.OfType<Problem>()])
            : new(delivery, version, post, rendered with { Parts = [], Refusal = null }, [whyNot]);
    }

    private static Problem? WhyNot(Delivery delivery, PublishableVersion version) =>
        delivery.State is DeliveryState.Expired ? new(nameof(ProblemTexts.ItemExpired))
        : version.HasApprovedWords ? null
        : new(version.Translation?.Commune is null ? nameof(ProblemTexts.TranslationNotApproved) : nameof(ProblemTexts.VariantNotApproved));
}
