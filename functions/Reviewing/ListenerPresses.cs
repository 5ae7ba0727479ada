using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Recordings;

namespace Dissemination.Reviewing;

/// <summary>Does what somebody pressed below a recording, or says why not. Whether one may is decided where the page decides it.</summary>
internal sealed class ListenerPresses(ListenerCalls calls, RecordingReader recordings, RecordingService service)
{
    /// <returns>What the person is told.</returns>
    public async Task<string> TakeAsync(ListenerButton button, Person person, ReviewerTexts texts, CancellationToken cancellationToken)
    {
        if (await calls.ToldAsync(button.Code, cancellationToken) is not [{ Text: var text }, ..]
            || await recordings.FindAsync(text, cancellationToken) is not { } read)
        {
            return texts[nameof(Texts.ReviewerButtonOver)];
        }

        var words = await TakeAsync(button, read, person, texts, cancellationToken);
        await calls.SeeToAsync(text, cancellationToken);
        return words;
    }

    private async Task<string> TakeAsync(
        ListenerButton button, Row<Recording> read, Person person, ReviewerTexts texts, CancellationToken cancellationToken)
    {
        if (ListenerButton.StampOf(read.Value) != button.Stamp)
        {
            return texts[nameof(Texts.ListenerStale)];
        }

        // The reason is read by those who recorded it, so it is written in Vietnamese.
        var done = button.Cause is { } cause
            ? await service.ReturnAsync(
                read.Value.Text, ReviewerTexts.Vietnamese.Of(cause), person, read.ETag, cancellationToken)
            : await service.ApproveAsync(read.Value.Text, person, read.ETag, cancellationToken);
        return done.IsDone
            ? texts[button.Cause is null ? nameof(Texts.Done_recording_approved) : nameof(Texts.Done_recording_returned)]
            : texts.Of(done.Problem);
    }
}
