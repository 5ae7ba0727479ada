using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>Decides the steps from how things stand, so that repeating the decision after they are done gives none.</summary>
internal static class ReviewerSteps
{
    /// <param name="person">Null where the directory has the person no more.</param>
    /// <param name="isAsked">Whether the person is among those who are asked.</param>
    /// <param name="told">What the person was told last of it.</param>
    public static ImmutableArray<ReviewerStep> Decide(TranslatedVersion translation, Person? person, bool isAsked, ReviewerMessage? told)
    {
        var (stamp, isReached) = (ReviewStamp.Of(translation), person?.Telegram is not null);
        if (isAsked && isReached)
        {
            return told switch
            {
                { IsOpen: true } when told.Stamp == stamp && told.Chat == person!.Telegram => [],
                { IsOpen: true } => [ReviewerStep.Settle, ReviewerStep.Ask],
                _ => [ReviewerStep.Ask],
            };
        }

        var isEditorOfReturned = isReached && translation is { State: TranslationState.Returned, IsOpen: true }
            && translation.Editors.Contains(person!.Id) && translation.ReviewedBy != person.Id;
        return
        [
            .. (ReadOnlySpan<ReviewerStep>)(told is { IsOpen: true } ? [ReviewerStep.Settle] : []),
            .. (ReadOnlySpan<ReviewerStep>)(isEditorOfReturned && told?.Stamp != stamp ? [ReviewerStep.TellReturned] : []),
        ];
    }
}
