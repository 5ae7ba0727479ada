using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Recordings;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Texts are read aloud into the phone, and a second person listens.</summary>
internal static class RecordingPages
{
    /// <summary>The header of a script that sends sentences one by one.</summary>
    private const string ByScript = "X-By-Script";

    /// <summary>A form adds a little around its files.</summary>
    private static readonly int MostFormBytes = VoiceLimits.Whole.MostBytes + 262_144;

    public static void MapRecordingPages(this IEndpointRouteBuilder pages)
    {
        var all = pages.MapGroup(RecordingPageServices.Path).RequireAuthorization(Policies.StaffOrCommunicator);
        all.MapGet("/", ([AsParameters] RecordingListServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(cancellationToken));
        var one = all.MapGroup("/{version}");
        one.MapGet("/", (TextId version, [AsParameters] RecordingPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(version, [], typed: null, cancellationToken));
        one.MapGet("/files/{name}", ListenAsync);
        one.MapPost("/take-back", TakeBackAsync);
        var work = one.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapPost("/sentences", AddAsync).WithMetadata(new BodyLimit(MostFormBytes));
        work.MapPost("/file", AddFileAsync).WithMetadata(new BodyLimit(MostFormBytes));
        work.MapPost("/submit", SubmitAsync);
        work.MapPost("/approve", ApproveAsync);
        work.MapPost("/return", ReturnAsync);
        work.MapPost("/undo", UndoAsync);
    }

    /// <summary>What belongs to a recording, heard by those who work at it.</summary>
    private static async Task<IResult> ListenAsync(
        TextId version, string name, RecordingReader recordings, VoiceFiles files, CancellationToken cancellationToken)
    {
        var file = $"{version}/{name}";
        return (await recordings.FindAsync(version, cancellationToken))?.Value.Files.Contains(file, StringComparer.Ordinal) == true
            && await files.OpenAsync(file, cancellationToken) is { } found
            ? SoundAnswers.Of(found.Content, found.Properties)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.RecordingNotFound)));
    }

    /// <summary>Sentences as a script of the page sends them, each in a field that bears its id.</summary>
    private static async Task<IResult> AddAsync(
        TextId version,
        IFormFileCollection files,
        [AsParameters] RecordingPageServices page,
        CancellationToken cancellationToken)
    {
        Dictionary<string, ReadOnlyMemory<byte>> sentences = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            sentences[file.Name == RecordingModel.Whole ? "" : file.Name] = await SoundFile.ReadAsync(file, cancellationToken);
        }

        var added = sentences.Count == 0
            ? new Problem(nameof(ProblemTexts.NoFileChosen))
            : await page.Service.AddAsync(version, sentences, page.By, cancellationToken);

        // Of where it is led to a script sees nothing, and so could not tell what is kept from a sign-in that has ended.
        return added.IsDone && page.Context.Request.Headers.ContainsKey(ByScript)
            ? Results.NoContent()
            : await page.AnswerAsync(version, DoneLabels.RecordingAdded, added, typed: null, cancellationToken);
    }

    /// <summary>A file of the whole text, made elsewhere: it waits for somebody who listens at once.</summary>
    private static async Task<IResult> AddFileAsync(
        TextId version, IFormFile? file, [AsParameters] RecordingPageServices page, CancellationToken cancellationToken)
    {
        var added = file is null
            ? new Problem(nameof(ProblemTexts.NoFileChosen))
            : await page.Service.AddAsync(
                version,
                new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
                {
                    [""] = await SoundFile.ReadAsync(file, cancellationToken),
                },
                page.By,
                cancellationToken);
        var sent = added.IsDone ? await page.Service.SubmitAsync(version, page.By, cancellationToken) : added;
        return await page.AnswerAsync(version, DoneLabels.RecordingSubmitted, sent, typed: null, cancellationToken);
    }

    private static async Task<IResult> SubmitAsync(
        TextId version, [AsParameters] RecordingPageServices page, CancellationToken cancellationToken)
    {
        var sent = await page.Service.SubmitAsync(version, page.By, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.RecordingSubmitted, sent, typed: null, cancellationToken);
    }

    private static async Task<IResult> ApproveAsync(
        TextId version, IfMatch read, [AsParameters] RecordingPageServices page, CancellationToken cancellationToken)
    {
        var approved = await page.Service.ApproveAsync(version, page.By, read.Version, cancellationToken);
        approved = await page.OnceAsync(
            version,
            approved,
            recording => recording.State is RecordingState.Approved && recording.ReviewedBy == page.By.Id,
            cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.RecordingApproved, approved, typed: null, cancellationToken);
    }

    private static async Task<IResult> ReturnAsync(
        TextId version,
        [FromForm] string? cause,
        [FromForm] string? reason,
        IfMatch read,
        [AsParameters] RecordingPageServices page,
        CancellationToken cancellationToken)
    {
        var why = EnumNames.Find<ListenerCause>(cause ?? "");
        var told = GivenReason.Of(why, reason);
        var returned = await page.Service.ReturnAsync(version, told, page.By, read.Version, cancellationToken);
        returned = await page.OnceAsync(
            version,
            returned,
            recording => recording.State is RecordingState.Returned && recording.ReviewedBy == page.By.Id
                && recording.ReturnReason == told?.Trim(),
            cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.RecordingReturned, returned, new(why, reason), cancellationToken);
    }

    /// <summary>Undoes the reader's approval of a moment ago.</summary>
    private static async Task<IResult> UndoAsync(
        TextId version, IfMatch read, [AsParameters] RecordingPageServices page, CancellationToken cancellationToken)
    {
        var undone = await page.Undo.UndoRecordingAsync(version, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Undone, undone, typed: null, cancellationToken);
    }

    private static async Task<IResult> TakeBackAsync(
        TextId version,
        [FromForm] string? reason,
        IfMatch read,
        [AsParameters] RecordingPageServices page,
        CancellationToken cancellationToken)
    {
        var takenBack = await page.Service.TakeBackAsync(version, reason, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.RecordingTakenBack, takenBack, new(null, reason), cancellationToken);
    }
}
