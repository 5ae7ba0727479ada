using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Recordings;
using Telegram.Bot.Types.ReplyMarkups;

namespace Dissemination.Reviewing;

/// <summary>A recording in somebody's chat: the voice, what it should say, and the buttons.</summary>
internal sealed class ListenerChat(VoiceFiles files, ReviewerBot bot, SiteAddress site)
{
    /// <summary>So much of the words stands below the voice; a caption takes little more. The page has all.</summary>
    private const int ExcerptLimit = 500;

    private const int HeadlineLimit = 150;

    private static readonly ReviewerTexts Words = ReviewerTexts.Vietnamese;

    /// <summary>Sends the voice with the buttons. As many transactions as it has files.</summary>
    public async Task<ReviewerOutcome> AskAsync(
        SpokenVersion version, Recording recording, Person person, CancellationToken cancellationToken)
    {
        using var sound = new MemoryStream();
        foreach (var part in RecordingDecisions.InOrder(recording, version.Spoken))
        {
            if (await files.FindAsync(part.File, cancellationToken) is not { } bytes)
            {
                // Somebody decided meanwhile.
                return new ReviewerOutcome.Failed("");
            }

            await sound.WriteAsync(bytes, cancellationToken);
        }

        var caption = Words.Listen(
            Excerpt.Of(version.Item.Value.Headline, HeadlineLimit),
            recording.Text.Language,
            string.Join("; ", recording.Readers.Select(reader => version.Directory.Find(reader)?.Name ?? reader.Value)),
            Excerpt.Of(string.Join(' ', version.Spoken.Sentences.Select(sentence => sentence.Text)), ExcerptLimit));
        sound.Position = 0;
        return await bot.VoiceAsync(person.Telegram!.Value, sound, recording.Length, (caption, Buttons(recording)), cancellationToken);
    }

    /// <summary>The message loses its buttons and says what became of the recording.</summary>
    /// <returns>Whether it does, or nobody can make it.</returns>
    public async Task<bool> SettleAsync(
        SpokenVersion version, Recording recording, ListenerMessage told, CancellationToken cancellationToken)
    {
        var who = recording.ReviewedBy is { } by ? version.Directory.Find(by)?.Name ?? by.Value : "";
        var words = Words.Heard(Excerpt.Of(version.Item.Value.Headline, HeadlineLimit), recording, who);
        return told.Message is not { } message
            || await bot.CaptionAsync(told.Chat, message, words, cancellationToken)
                is not (ReviewerOutcome.Later or ReviewerOutcome.Failed);
    }

    private InlineKeyboardMarkup Buttons(Recording recording)
    {
        InlineKeyboardButton Button(string text, ListenerCause? cause) =>
            InlineKeyboardButton.WithCallbackData(text, ListenerButton.Of(recording, cause).ToString());

        InlineKeyboardButton[][] acts =
        [
            [Button(Words[nameof(Texts.RecordingApprove)], cause: null)],
            .. Enum.GetValues<ListenerCause>().Select(cause => (InlineKeyboardButton[])[Button(Words.Return(cause), cause)]),
        ];
        var rows = site.Base.IsLoopback ? acts : [[OpenButton(recording)], .. acts];
        return new(rows);
    }

    private InlineKeyboardButton OpenButton(Recording recording) => InlineKeyboardButton.WithUrl(
        Words[nameof(Texts.ReviewerOpen)], new Uri(site.Base, $"/recordings/{recording.Text}").ToString());
}
