using Dissemination.Problems;
using Telegram.Bot.Exceptions;

namespace Dissemination.Channels.Telegram;

/// <summary>What a failed call that edits or deletes a message says; null where the message is as it should be already.</summary>
internal static class TelegramChanges
{
    private const string Name = "Telegram";

    // A message of words cannot be made of a photo. The other way round it can.
    private static readonly string[] HasOtherForm =
        ["there is no text in the message", "there is no caption in the message", "there is no media in the message"];

    private static readonly string[] IsGone = ["message to edit not found", "message to delete not found", "MESSAGE_ID_INVALID"];

    // Too old, of another sender, or without the right.
    private static readonly string[] IsForbidden = ["message can't be edited", "message can't be deleted"];

    /// <summary>The post that is there consists of other messages than the corrected one.</summary>
    public static SendOutcome OtherForm => ByHand(nameof(ProblemTexts.PostHasOtherForm), Name);

    /// <summary>What is kept as the post's reference is none.</summary>
    public static SendOutcome Unusable(string reference) => ByHand(nameof(ProblemTexts.PostReferenceUnusable), Name, reference);

    public static SendOutcome? OfEdit(Exception failure, SendRequest request) =>
        Says(failure, "message is not modified") ? null
        : Says(failure, HasOtherForm) ? OtherForm
        : Says(failure, IsGone) ? ByHand(nameof(ProblemTexts.PostNotThereAnyMore), Name)
        : Other(failure, request);

    public static SendOutcome? OfRemoval(Exception failure, SendRequest request) =>
        Says(failure, IsGone) ? null : Other(failure, request);

    // A chat that moved gave its messages other numbers, which nobody tells.
    private static SendOutcome Other(Exception failure, SendRequest request) =>
        Says(failure, IsForbidden) || failure is ApiRequestException { Parameters.MigrateToChatId: not null }
            ? ByHand(nameof(ProblemTexts.ChannelForbidsChange), Name, failure.Message)
            : TelegramAnswers.Classify(failure, request.Destination);

    private static bool Says(Exception failure, params IEnumerable<string> words) =>
        failure is ApiRequestException { ErrorCode: 400 } answer
            && words.Any(word => answer.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static SendOutcome.ByHandOnly ByHand(string code, params string[] arguments) => new(new(code, null, [.. arguments]));
}
