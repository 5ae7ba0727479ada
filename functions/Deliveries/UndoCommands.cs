using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;
using ETag = Azure.ETag;

namespace Dissemination.Deliveries;

/// <summary>
/// Undoes what somebody decided a moment ago about a text or its voice, as far as that depends on what is out there: what is out stays.
/// </summary>
internal sealed class UndoCommands(
    TranslationService translations, RecordingService recordings, DeliveryReader deliveries, FanOutStore fanOuts)
{
    /// <summary>Why a person cannot undo what was decided last about a text; null where he or she can. Two transactions.</summary>
    public async Task<Problem?> WhyNotAsync(TranslatedVersion text, Person by, CancellationToken cancellationToken) =>
        TranslationDecisions.WhyNotUndone(text, await IsOutAsync(text.TextId, cancellationToken), by.Id);

    /// <summary>The same of the approval of a recording. Two transactions.</summary>
    public async Task<Problem?> WhyNotAsync(
        SpokenVersion version, Recording? recording, Person by, CancellationToken cancellationToken) =>
        RecordingService.WhyNotUndone(version, recording, await IsOutAsync(version.Text, cancellationToken), by);

    /// <summary>The text waits for its review again. Ten transactions.</summary>
    public async Task<Result<Row<TranslatedVersion>>> UndoAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        await translations.UndoAsync(text, await IsOutAsync(text, cancellationToken), by, read, cancellationToken);

    /// <summary>The recording waits for a second person again. Twelve transactions, and one for each sentence.</summary>
    public async Task<Result<Row<Recording>>> UndoRecordingAsync(
        TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        await recordings.UndoApprovalAsync(text, await IsOutAsync(text, cancellationToken), by, read, cancellationToken);

    /// <summary>
    /// Whether something of a text is out or on its way, or people were told to carry it out. What still waits for a consent is not. The
    /// plan is looked at first: what it has written by then is found among the deliveries.
    /// </summary>
    private async Task<bool> IsOutAsync(TextId text, CancellationToken cancellationToken) =>
        await fanOuts.OfAsync(text.Item, text.Revision, cancellationToken).AnyAsync(version => version == text.Version, cancellationToken)
        || await DeliveriesOf(text, cancellationToken).AnyAsync(
            stored => stored.Value.State is not DeliveryState.Held, cancellationToken);

    private IAsyncEnumerable<StoredDelivery> DeliveriesOf(TextId text, CancellationToken cancellationToken) => text.Commune is { } commune
        ? deliveries.OfAsync(text.Version, commune, cancellationToken)
        : deliveries.OfAsync(text.Version, cancellationToken);
}
