using Dissemination.Content;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>Translations are wanted, late or asked of a reviewer; and what was approved goes into the memory.</summary>
internal sealed class TranslationFunctions(
    TranslationStarter translations,
    MemoryUpdater memory,
    TranslationReminder reminder,
    ReviewerCalls calls,
    ListenerCalls listeners,
    ReviewNotifier reviewers)
{
    [Function("WantTranslations")]
    public Task WantAsync([QueueTrigger(QueueNames.TranslationWanted)] string message, CancellationToken cancellationToken) =>
        translations.WantAsync(TranslationRequests.Read(message), cancellationToken);

    // It suggests to people what others wrote, who do not wait for it: not a look more in every minute of nothing.
    [Function("KeepMemory")]
    public Task UpdateMemoryAsync([TimerTrigger(Schedules.Report)] TimerInfo timer, CancellationToken cancellationToken) =>
        memory.UpdateAsync(cancellationToken);

    [Function("RemindTranslations")]
    public Task RemindAsync([TimerTrigger(Schedules.Reminder)] TimerInfo timer, CancellationToken cancellationToken) =>
        reminder.RemindAsync(cancellationToken);

    [Function("CallReviewers")]
    public async Task CallReviewersAsync([TimerTrigger(Schedules.Publish)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await calls.CallAsync(cancellationToken);
        await listeners.CallAsync(cancellationToken);
    }

    [Function("TellReviewers")]
    public Task TellReviewersAsync([QueueTrigger(QueueNames.ReviewerCalls)] string message, CancellationToken cancellationToken) =>
        reviewers.SeeToAsync(ReviewerCalls.Read(message), cancellationToken);
}
