using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using ETag = Azure.ETag;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the pages of meetings need, and the form that they all show.</summary>
internal sealed record MeetingPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] MeetingStore Store,
    [FromServices] MeetingService Service,
    [FromServices] DirectoryStore Directories,
    [FromServices] PublishedVersionStore Published,
    [FromServices] ItemReader Items,
    [FromServices] ReferenceStore References,
    [FromServices] TimeProvider Time)
{
    /// <summary>How many of the newest items a form offers.</summary>
    private const int MostItems = 25;

    /// <summary>How many places a form offers to tap.</summary>
    private const int MostPlaces = 6;

    private static readonly TimeSpan Offered = TimeSpan.FromDays(45);

    private MeetingServices Meetings => new(Context, Caller, Store, Service, Directories);

    /// <summary>
    /// Adds what is told. The same once more by the same person is no other meeting: the answer to the first was lost, or it was tapped
    /// twice.
    /// </summary>
    public async Task<Parsed<VersionedTold>> AddAsync(ToldInput input, CancellationToken cancellationToken)
    {
        var added = await Service.AddAsync(input, Caller.Person, cancellationToken);
        return added.Problems is [{ Code: nameof(ProblemTexts.MeetingTwice) }]
            && await Store.FindAsync(ToldId.Of(input.Told), cancellationToken) is { Value: { IsWithdrawn: false } there } row
            && there.By == Caller.Person.Id && there.Told.SaysTheSameAs(input.Told)
                ? Parsed<VersionedTold>.Of(new(there, row.ETag))
                : added;
    }

    /// <summary>Corrects what was told. The same correction once more by the same person is done already.</summary>
    /// <returns>Why it was not done.</returns>
    public async Task<IReadOnlyList<Problem>> CorrectAsync(
        ToldId told, ToldInput input, ETag read, CancellationToken cancellationToken)
    {
        var corrected = await Service.CorrectAsync(told, input, read, Caller.Person, cancellationToken);
        return corrected.Problems is [{ Code: nameof(ProblemTexts.ChangedMeanwhile) }]
            && await Store.FindAsync(told, cancellationToken) is { Value: { IsWithdrawn: false, LastChange: { } last } there }
            && last.By == Caller.Person.Id && there.Told.SaysTheSameAs(input.Told)
                ? []
                : corrected.Problems;
    }

    /// <summary>The form for something new. Some three transactions, and one for each item that it offers.</summary>
    public async Task<IResult> NewAsync(ToldForm form, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var title = form.IsOpinions ? Texts.OpinionsNew : Texts.MeetingNew;
        var frame = PageFrame.Of(Context, title, Address(form)) with { Problems = problems };
        return await ShowAsync(
            new MeetingFormModel(frame, form, await Directories.CurrentAsync(cancellationToken)), null, problems, cancellationToken);
    }

    /// <summary>The form for something that is there, with what it was before.</summary>
    /// <param name="typed">What was typed and not done; null for what is stored.</param>
    public async Task<IResult> OneAsync(ToldId id, ToldForm? typed, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var found = await Meetings.FindAsync(id, cancellationToken);
        if (!found.IsDone)
        {
            return ProblemAnswers.Of(found.Problem);
        }

        var told = found.Value.Value.Told;
        var frame = PageFrame.Of(Context, ToldLabels.LineOf(told), $"{MeetingListModel.Path}/{id}") with { Problems = problems };
        var model = new MeetingFormModel(
            frame, typed ?? ToldForm.Of(told), await Directories.CurrentAsync(cancellationToken));
        return await ShowAsync(model, found.Value, problems, cancellationToken);
    }

    private async Task<IResult> ShowAsync(
        MeetingFormModel model, Row<ToldRecord>? row, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var (directory, record) = (model.Directory, row?.Value);
        var shown = new MeetingFormModel(model.Frame, model.Form, directory)
        {
            Record = record,
            Version = row?.ETag.ToString("H"),
            Changes = record is null ? [] : await Store.ChangesAsync(record.Id, cancellationToken).ToListAsync(cancellationToken),
            Items = await ItemsAsync(model.Form, cancellationToken),
            Topics = model.Form.IsOpinions
                ? await References.ResolutionsAsync(cancellationToken)
                    .SelectMany(resolution => resolution.Topics)
                    .ToListAsync(cancellationToken)
                : [],
            MayChange = record is null
                || (!record.IsWithdrawn && MeetingDecisions.MayTell(Caller.Person, record.Told.Commune, directory) is null),
            Today = LocalTime.DayOf(Time.GetUtcNow()),
            Places = record is null && !model.Form.IsOpinions && IStringId<CommuneId>.Find(model.Form.Commune) is { } commune
                ? await PlacesAsync(commune, cancellationToken)
                : [],
        };
        return PageAnswers.Page<MeetingFormPage, MeetingFormModel>(shown, PageAnswers.StatusOf(problems));
    }

    /// <summary>The items that went out lately, the newest first, and those that are ticked.</summary>
    private async Task<IReadOnlyList<Item>> ItemsAsync(ToldForm form, CancellationToken cancellationToken)
    {
        var lately = await Published.SinceAsync(Time.GetUtcNow() - Offered, cancellationToken)
            .Select(version => version.Version.Item)
            .Distinct()
            .Take(MostItems)
            .ToListAsync(cancellationToken);
        var wanted = form.Items.Select(IStringId<ItemId>.Find).OfType<ItemId>().Take(MeetingDecisions.MostItems).Concat(lately).Distinct();
        var found = await Task.WhenAll(wanted.Select(id => Items.FindAsync(id, cancellationToken)));
        return [.. found.OfType<Row<Item>>().Select(row => row.Value)];
    }

    /// <summary>The page that asks how many came and what was read.</summary>
    /// <param name="typed">What was typed and not done; null for what is stored.</param>
    public async Task<IResult> CloseAsync(
        ToldId id, MeetingCloseForm? typed, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var found = await Meetings.FindAsync(id, cancellationToken);
        if (!found.IsDone || found.Value.Value.Told.Meeting is null)
        {
            return ProblemAnswers.Of(found.Problem ?? new(nameof(ProblemTexts.MeetingNotFound)));
        }

        var (row, told) = (found.Value, found.Value.Value.Told);
        var ticked = typed?.Items ?? told.Items;
        var frame = PageFrame.Of(Context, ToldLabels.LineOf(told), $"{MeetingListModel.Path}/{id}/close") with { Problems = problems };
        return PageAnswers.Page<MeetingClosePage, MeetingCloseModel>(
            new(frame, row.Value, row.ETag.ToString("H"))
            {
                Attendance = typed?.Attendance ?? told.Meeting?.Attendance?.ToString(CultureInfo.InvariantCulture),
                Ticked = ticked,
                Items = await ItemsAsync(ToldForm.Of(told with { Items = ticked }), cancellationToken),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>Where the commune met lately, the last first. One transaction.</summary>
    private async Task<IReadOnlyList<string>> PlacesAsync(CommuneId commune, CancellationToken cancellationToken)
    {
        var page = await Store.PageAsync(
            new(commune), await Directories.CurrentAsync(cancellationToken), null, MostItems, cancellationToken);
        return
        [
            .. page.Rows.Select(row => row.Value).Where(record => !record.IsWithdrawn)
                .Select(record => record.Told.Meeting?.Place).OfType<string>()
                .DistinctBy(MeetingDecisions.Bare, StringComparer.Ordinal)
                .Take(MostPlaces),
        ];
    }

    private static string Address(ToldForm form) =>
        form.IsOpinions ? $"{MeetingListModel.Path}/new?what={Told.OpinionsWord}" : $"{MeetingListModel.Path}/new";

    /// <summary>An empty form, of today.</summary>
    public ToldForm Empty(string? what, string? kind, CommuneId? commune) => new()
    {
        IsOpinions = what == Told.OpinionsWord,
        Kind = kind,
        Commune = (commune ?? Caller.Person.Commune)?.Value,
        Day = LocalTime.DayOf(Time.GetUtcNow()).ToString(ToldForm.DayFormat, CultureInfo.InvariantCulture),
    };
}
