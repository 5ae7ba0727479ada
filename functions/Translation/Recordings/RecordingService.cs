using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Recordings;

/// <summary>Recordings as people work at them: what they read aloud, and what others say of it.</summary>
internal sealed class RecordingService(
    Store store,
    RecordingReader recordings,
    SpokenVersionReader texts,
    VoiceFiles files,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    /// <summary>
    /// Takes what was read: sentences by their ids, or the whole text. All are listened to before any is kept. A transaction for each file,
    /// and eight.
    /// </summary>
    /// <param name="sentences">The file of each sentence; of the whole text where the id is empty.</param>
    public async Task<Result<Row<Recording>>> AddAsync(
        TextId text, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sentences, Person by, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(text, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var spoken = (await texts.FindAsync(text, cancellationToken))!.Spoken;
        List<RecordedPart> parts = [];
        foreach (var (sentence, file) in sentences)
        {
            var isWhole = sentence.Length == 0;
            var heard = VoiceDecisions.Check(file, isWhole ? VoiceLimits.Whole : VoiceLimits.Sentence);
            if (!heard.IsDone)
            {
                return heard.Problem;
            }

            ImmutableArray<string> says = isWhole ? [.. spoken.Sentences.Select(said => said.Id)] : [sentence];
            parts.Add(await KeepAsync(text, says, heard.Value, by.Id, cancellationToken));
        }

        return await ChangeAsync(
            new(text, by, ETag.All, "recording-added"),
            (current, version) => RecordingDecisions.Add(current, text, version.Spoken, parts, time.GetUtcNow()),
            cancellationToken);
    }

    /// <summary>
    /// Asks a second person to listen. What an approved voice says of the text that has not been read anew is taken over from it. Nine
    /// transactions, and one for each sentence that is taken over.
    /// </summary>
    public async Task<Result<Row<Recording>>> SubmitAsync(TextId text, Person by, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(text, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var version = (await texts.FindAsync(text, cancellationToken))!;
        var current = (await recordings.FindAsync(text, cancellationToken))?.Value;
        var taken = current is { Parts: [], Voice: { } voice } && voice.Says(version.Words!)
            ? []
            : await TakeOverAsync(version, current, cancellationToken);
        return await ChangeAsync(
            new(text, by, ETag.All, "recording-submitted"),
            (recording, read) => RecordingDecisions.Send(recording, text, read.Spoken, taken, time.GetUtcNow()),
            cancellationToken);
    }

    /// <summary>Makes one file of it, which is played from then on. A transaction for each file of it, and ten.</summary>
    public async Task<Result<Row<Recording>>> ApproveAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken)
    {
        var version = await texts.FindAsync(text, cancellationToken);
        var current = await recordings.FindAsync(text, cancellationToken);
        if (version?.Words is null || current is null)
        {
            return NotFound(text);
        }

        if ((version.WhyNot(by) ?? RecordingDecisions.WhyNotApproved(current.Value, version.Spoken, by.Id)) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        if (await JoinAsync(current.Value, version, cancellationToken) is not { } joined)
        {
            return Conflict;
        }

        var voice = joined with { ReviewedBy = by.Id, At = now, Number = current.Value.Count + 1 };
        return await ChangeAsync(
            new(text, by, read == ETag.All ? current.ETag : read, "recording-approved"),
            (recording, again) => RecordingDecisions.WhyNotApproved(recording, again.Spoken, by.Id) is { } problem ? problem
                : !voice.Says(again.Words!) ? new Problem(nameof(ProblemTexts.RecordedTextChanged))
                : RecordingDecisions.Approve(recording!, voice, now),
            cancellationToken);
    }

    /// <summary>Why a person cannot undo his or her approval; null where he or she can.</summary>
    /// <param name="isOut">Whether something of the text is out, or may be.</param>
    public static Problem? WhyNotUndone(SpokenVersion version, Recording? current, bool isOut, Person by) =>
        WhyNot(version, by) ?? RecordingDecisions.WhyNotUndone(current, isOut, by.Id);

    /// <summary>
    /// Undoes an approval: what was read is cut out of the approved file again. Ten transactions, and one for each sentence.
    /// </summary>
    /// <param name="isOut">Whether something of the text is out, or may be.</param>
    public async Task<Result<Row<Recording>>> UndoApprovalAsync(
        TextId text, bool isOut, Person by, ETag read, CancellationToken cancellationToken)
    {
        var version = await texts.FindAsync(text, cancellationToken);
        var current = await recordings.FindAsync(text, cancellationToken);
        if (version is null || current is null)
        {
            return NotFound(text);
        }

        if (WhyNotUndone(version, current.Value, isOut, by) is { } refusal)
        {
            return refusal;
        }

        if (await PartsOfAsync(text, current.Value.Voice!, cancellationToken) is not { } parts)
        {
            return Conflict;
        }

        return await ChangeAsync(
            new(text, by, read == ETag.All ? current.ETag : read, "recording-approval-undone"),
            (recording, again) => WhyNotUndone(again, recording, isOut, by) is { } problem
                ? problem
                : RecordingDecisions.Undo(recording!, [.. parts], time.GetUtcNow()),
            cancellationToken);
    }

    /// <summary>Gives it back to who read it, and deletes it. Eight transactions.</summary>
    public Task<Result<Row<Recording>>> ReturnAsync(
        TextId text, string? reason, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "recording-returned", reason),
            (current, _) => RecordingDecisions.Return(current, reason, by.Id, time.GetUtcNow()),
            cancellationToken);

    /// <summary>Takes an approved voice back and deletes it, as those who may record it and staff do. Eight transactions.</summary>
    public Task<Result<Row<Recording>>> TakeBackAsync(
        TextId text, string? reason, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "recording-taken-back", reason, MayBeStaffs: true),
            (current, _) => RecordingDecisions.TakeBack(current, reason, by.Id, time.GetUtcNow()),
            cancellationToken);

    /// <summary>What an approved voice, of these words or of earlier ones, still says of a text that nobody has read anew.</summary>
    public async Task<(ApprovedVoice? Voice, ImmutableArray<VoicePart> Parts)> StillSaidAsync(
        SpokenVersion version, Recording? current, CancellationToken cancellationToken)
    {
        var voice = current?.Voice ?? await recordings.EarlierAsync(version.Text, cancellationToken);
        var said = RecordingDecisions.StillSaid(voice, current, version.Spoken);
        return (voice, [.. said.DistinctBy(part => part.Sentence, StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<RecordedPart>> TakeOverAsync(
        SpokenVersion version, Recording? current, CancellationToken cancellationToken)
    {
        var (voice, said) = await StillSaidAsync(version, current, cancellationToken);
        if (said is [] || await files.FindAsync(voice!.File, cancellationToken) is not { } sound)
        {
            return [];
        }

        return await CutAsync(version.Text, voice, sound, said, cancellationToken);
    }

    /// <summary>What an approved file was made of: one part where the text was read in one go.</summary>
    /// <returns>Null where the file is not there any more.</returns>
    private async Task<IReadOnlyList<RecordedPart>?> PartsOfAsync(TextId text, ApprovedVoice voice, CancellationToken cancellationToken) =>
        voice.Parts.IsEmpty
            ? [new(voice.Sentences, voice.File, voice.Bytes, voice.Milliseconds, voice.Form, voice.Readers[0])]
            : await files.FindAsync(voice.File, cancellationToken) is { } sound
                ? await CutAsync(
                    text, voice, sound, voice.Parts.DistinctBy(part => part.Sentence, StringComparer.Ordinal), cancellationToken)
                : null;

    /// <summary>Cuts sentences out of an approved file. A transaction for each.</summary>
    private async Task<IReadOnlyList<RecordedPart>> CutAsync(
        TextId text,
        ApprovedVoice voice,
        ReadOnlyMemory<byte> sound,
        IEnumerable<VoicePart> sentences,
        CancellationToken cancellationToken)
    {
        List<RecordedPart> cut = [];
        foreach (var part in sentences)
        {
            var frames = sound.Slice((int)part.Offset, (int)part.Length);
            cut.Add(await KeepAsync(
                text, [part.Sentence], Mp3File.Read(frames) ?? new(frames, voice.Form, TimeSpan.Zero), part.By, cancellationToken));
        }

        return cut;
    }

    private async Task<RecordedPart> KeepAsync(
        TextId text, ImmutableArray<string> says, Mp3File heard, PersonId by, CancellationToken cancellationToken)
    {
        var file = await files.KeepAsync(text, heard.Frames, cancellationToken);
        return new(says, file, heard.Frames.Length, (int)heard.Length.TotalMilliseconds, heard.Form, by);
    }

    /// <returns>Null where a file is not there any more: somebody else decided meanwhile.</returns>
    private async Task<ApprovedVoice?> JoinAsync(Recording recording, SpokenVersion version, CancellationToken cancellationToken)
    {
        using var joined = new MemoryStream();
        var said = ImmutableArray.CreateBuilder<VoicePart>();
        var milliseconds = 0;
        foreach (var part in RecordingDecisions.InOrder(recording, version.Spoken))
        {
            if (await files.FindAsync(part.File, cancellationToken) is not { } sound)
            {
                return null;
            }

            if (part.Sentences is [var sentence])
            {
                said.Add(new(sentence, joined.Length, sound.Length, part.By));
            }

            milliseconds += part.Milliseconds;
            await joined.WriteAsync(sound, cancellationToken);
        }

        var whole = joined.GetBuffer().AsMemory(0, (int)joined.Length);
        var file = await files.KeepAsync(version.Text, whole, cancellationToken);
        return new(
            file,
            whole.Length,
            milliseconds,
            recording.Parts[0].Form,
            version.Spoken.Words,
            [.. version.Spoken.Sentences.Select(sentence => sentence.Id)])
        {
            Parts = said.ToImmutable(),
            Readers = recording.Readers,
            ReviewedBy = default,
            At = default,
            Number = 0,
        };
    }

    private async Task<Problem?> WhyNotAsync(TextId text, Person by, CancellationToken cancellationToken) =>
        await texts.FindAsync(text, cancellationToken) is not { } version ? NotFound(text) : WhyNot(version, by);

    private static Problem? WhyNot(SpokenVersion version, Person by, bool mayBeStaff = false) =>
        version.Item.Value.Withdrawal is { } withdrawal ? new(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason)
        : mayBeStaff && by.StaffProblem is null ? null
        : version.WhyNot(by) ?? (version.Words is null ? new(nameof(ProblemTexts.NothingToReadAloud)) : null);

    private async Task<Result<Row<Recording>>> ChangeAsync(
        RecordingAct act, Func<Recording?, SpokenVersion, Result<Recording>> decide, CancellationToken cancellationToken) =>
        await OptimisticRetry.LastAsync(() => TryChangeAsync(act, decide, cancellationToken), outcome => outcome is null) ?? Conflict;

    /// <returns>Null where somebody else wrote between the reading and the writing.</returns>
    private async Task<Result<Row<Recording>>?> TryChangeAsync(
        RecordingAct act, Func<Recording?, SpokenVersion, Result<Recording>> decide, CancellationToken cancellationToken)
    {
        var version = await texts.FindAsync(act.Text, cancellationToken);
        var current = await recordings.FindAsync(act.Text, cancellationToken);
        if (version is null)
        {
            return NotFound(act.Text);
        }

        if (WhyNot(version, act.By, act.MayBeStaffs) is { } refusal)
        {
            return refusal;
        }

        if (act.Read != ETag.All && act.Read != current?.ETag)
        {
            return Conflict;
        }

        var decided = decide(current?.Value, version);
        return !decided.IsDone ? decided.Problem
            : ReferenceEquals(decided.Value, current?.Value) ? current!
            : await StoreAsync(act, current, decided.Value, version, cancellationToken);
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<Result<Row<Recording>>?> StoreAsync(
        RecordingAct act, Row<Recording>? current, Recording changed, SpokenVersion version, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(Keys.Editorial)
            .Store(current, changed, version)
            .Guard(version.Item)
            .Record(act.Text, changed.ChangedAt, act.By.Id.Value, act.What, act.Detail);
        if (notifications.IsOn && (current?.Value.State is RecordingState.InReview || changed.State is RecordingState.InReview))
        {
            transaction.HandOver(OutboxTopics.TellListeners, VersionDue.Of(act.Text, changed.ChangedAt));
        }

        if (current?.Value.Voice != changed.Voice && version.Item.Value is { State: ItemState.Approved } item)
        {
            // What goes out with it, or has to be taken back, is found out where posts are planned.
            transaction.HandOver(
                OutboxTopics.Publish,
                VersionDue.Of(act.Text, item.DueAt(act.Text.Language, changed.ChangedAt), item.TraceParent));
        }

        if (!await transaction.CommitAsync(store.Editorial, cancellationToken))
        {
            return null;
        }

        // Whoever is gone by then: a voice that was taken back is kept by nobody.
        await files.PruneAsync(current?.Value, changed, CancellationToken.None);
        return await recordings.FindAsync(act.Text, cancellationToken) is { } stored ? new(stored, null) : null;
    }

    private static Problem Conflict => new(nameof(ProblemTexts.ChangedMeanwhile));

    private static Problem NotFound(TextId text) => new(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
}
