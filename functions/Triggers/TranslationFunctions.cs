using System.Text.Json;
using Dissemination.Channels.Reviewers;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>Translations are wanted, late or asked of a reviewer; and what was approved goes into the memory.</summary>
internal sealed class TranslationFunctions(
    TranslationDesk translations,
    MemoryKeeper memory,
    TranslationReminder reminder,
    ReviewerCalls calls,
    ReviewerDesk reviewers)
{
    [Function("WantTranslations")]
    public Task WantAsync([QueueTrigger(QueueNames.TranslationWanted)] string message, CancellationToken cancellationToken)
    {
        var wanted = JsonSerializer.Deserialize(message, ContentJson.Default.TranslationWanted)
            ?? throw new InvalidDataException("The message names no items.");
        return translations.WantAsync(wanted, cancellationToken);
    }

    [Function("KeepMemory")]
    public Task KeepMemoryAsync([TimerTrigger(Schedules.Sweep)] TimerInfo timer, CancellationToken cancellationToken) =>
        memory.KeepAsync(cancellationToken);

    [Function("RemindTranslations")]
    public Task RemindAsync([TimerTrigger(Schedules.Reminder)] TimerInfo timer, CancellationToken cancellationToken) =>
        reminder.RemindAsync(cancellationToken);

    [Function("CallReviewers")]
    public Task CallReviewersAsync([TimerTrigger(Schedules.Publish)] TimerInfo timer, CancellationToken cancellationToken) =>
        calls.CallAsync(cancellationToken);

    [Function("TellReviewers")]
    public Task TellReviewersAsync([QueueTrigger(QueueNames.ReviewerCalls)] string message, CancellationToken cancellationToken)
    {
        var call = JsonSerializer.Deserialize(message, ReviewersJson.Default.ReviewerCall)
            ?? throw new InvalidDataException("The message names no reviewer.");
        return reviewers.SeeToAsync(call, cancellationToken);
    }
}
