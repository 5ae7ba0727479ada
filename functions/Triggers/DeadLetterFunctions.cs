using Dissemination.Alerts;
using Dissemination.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>The one place where what the host gave up on ends: each message becomes an alert that people see and can retry.</summary>
internal sealed class DeadLetterFunctions(AlertStore alerts)
{
    [Function("DeadLetterFiles")]
    public Task FilesAsync([QueueTrigger(QueueNames.UnhandledBlobs)] string message, CancellationToken cancellationToken) =>
        alerts.DeadLetterBlobAsync(message, cancellationToken);

    [Function("DeadLetterTranslations")]
    public Task TranslationsAsync(
        [QueueTrigger(QueueNames.TranslationWanted + QueueNames.Poison)] string message, CancellationToken cancellationToken) =>
        alerts.DeadLetterMessageAsync(QueueNames.TranslationWanted, message, cancellationToken);

    [Function("DeadLetterLanes")]
    public Task LanesAsync([QueueTrigger(QueueNames.Lanes + QueueNames.Poison)] string message, CancellationToken cancellationToken) =>
        alerts.DeadLetterMessageAsync(QueueNames.Lanes, message, cancellationToken);

    [Function("DeadLetterReviewerCalls")]
    public Task ReviewerCallsAsync(
        [QueueTrigger(QueueNames.ReviewerCalls + QueueNames.Poison)] string message, CancellationToken cancellationToken) =>
        alerts.DeadLetterMessageAsync(QueueNames.ReviewerCalls, message, cancellationToken);
}
