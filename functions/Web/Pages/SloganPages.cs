using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;
using ETag = Azure.ETag;

namespace Dissemination.Web.Pages;

/// <summary>Translated slogans are short: a reviewer reads many on one page and approves those that are right with one tap.</summary>
internal static class SloganPages
{
    public static void MapSloganPages(this IEndpointRouteBuilder pages)
    {
        var slogans = pages.MapGroup(SlogansModel.Path).RequireAuthorization(Policies.Communicator);
        slogans.MapGet("", (string? language, [AsParameters] SloganPageServices page, CancellationToken cancellationToken) =>
            ShowAsync(language, [], [], (null, []), page, cancellationToken));
        slogans.MapPost("", ApproveAsync);
        slogans.MapPost("/undo", UndoAsync);
    }

    /// <param name="ticked">What was ticked and may not be done, each with the version that was read.</param>
    /// <param name="done">What was done all the same, where not all could be: in words, and what of it can be undone.</param>
    private static async Task<IResult> ShowAsync(
        string? language,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<(TextId Id, string Version)> ticked,
        (string? Words, IReadOnlyList<TextId> Undoable) done,
        SloganPageServices page,
        CancellationToken cancellationToken)
    {
        var reader = page.Caller.Person;
        var tag = IStringId<LanguageTag>.Find(language) is { } asked && reader.Languages.Contains(asked)
            ? asked
            : reader.Languages.FirstOrDefault(own => !own.IsVietnamese);
        var (slogans, more) = tag == default ? ([], false) : await page.Slogans.ReadAsync(tag, reader, cancellationToken);
        var frame = PageFrame.Of(page.Context, Texts.SlogansTitle, SlogansModel.AddressOf(tag));
        frame = frame with { Undo = await UndoOfAsync(frame, language, done.Undoable, page, cancellationToken) };
        return PageAnswers.Page<SlogansPage, SlogansModel>(
            new(frame with { Problems = problems, Done = done.Words ?? frame.Done }, tag, slogans) { AndMore = more, Ticked = ticked },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>Each by itself: what cannot be approved keeps no other.</summary>
    private static async Task<IResult> ApproveAsync(
        string? language, IFormCollection form, [AsParameters] SloganPageServices page, CancellationToken cancellationToken)
    {
        var (ids, by) = (IdsOf(form), page.Caller.Person);
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return await ShowAsync(language, [problem], [], (null, []), page, cancellationToken);
        }

        var (done, problems) = await EachAsync(
            ids,
            form,
            page,
            async (id, read) => await page.Translations.OnceAsync(
                id,
                await page.Translations.ApproveAsync(id, by, read, cancellationToken),
                text => text.State is TranslationState.Approved && text.ReviewedBy == by.Id,
                cancellationToken),
            cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            done.Count,
            problems,
            AddressAfter(language, done),
            DoneLabels.TranslationApproved,
            (again, words) => ShowAsync(
                language, again, [.. ids.Select(id => (id, VersionIn(form, id)))], (words, done), page, cancellationToken));
    }

    /// <summary>Undoes what was approved a moment ago: what is out meanwhile stays, and keeps no other.</summary>
    private static async Task<IResult> UndoAsync(
        string? language, IFormCollection form, [AsParameters] SloganPageServices page, CancellationToken cancellationToken)
    {
        var ids = IdsOf(form);
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return await ShowAsync(language, [problem], [], (null, []), page, cancellationToken);
        }

        var (done, problems) = await EachAsync(
            ids,
            form,
            page,
            (id, read) => page.Undo.UndoAsync(id, page.Caller.Person, read, cancellationToken),
            cancellationToken);
        return await PageAnswers.ManyDoneOrAgainAsync(
            done.Count,
            problems,
            AddressAfter(language, []),
            DoneLabels.Undone,
            (again, words) => ShowAsync(language, again, [], (words, []), page, cancellationToken));
    }

    private static List<TextId> IdsOf(IFormCollection form) =>
        [.. form[Selected.Field].Select(IStringId<TextId>.Find).OfType<TextId>().Distinct().Take(SloganReader.MostAtOnce)];

    /// <summary>Does the same to each that is named, with the version that the form names of it.</summary>
    private static async Task<(IReadOnlyList<TextId> Done, IReadOnlyList<Problem> Problems)> EachAsync(
        List<TextId> ids,
        IFormCollection form,
        SloganPageServices page,
        Func<TextId, ETag, Task<Result<Row<TranslatedVersion>>>> act,
        CancellationToken cancellationToken)
    {
        List<TextId> done = [];
        List<(string Id, ItemId Item, Problem Why)> open = [];
        foreach (var id in ids)
        {
            var read = VersionIn(form, id) is { Length: > 0 } version ? new ETag(version) : default;
            var acted = await act(id, read);
            if (acted.IsDone)
            {
                done.Add(id);
            }
            else
            {
                open.Add((id.ToString(), id.Item, acted.Problem));
            }
        }

        return (done, await Selected.NotDoneAsync(page.Context, open, page.Items, cancellationToken));
    }

    /// <summary>The button that undoes those of what was approved a moment ago that can be; nothing where none can.</summary>
    /// <param name="approved">What the form approved that is answered; none where the address tells it.</param>
    private static async Task<IHtmlContent> UndoOfAsync(
        PageFrame frame,
        string? language,
        IReadOnlyList<TextId> approved,
        SloganPageServices page,
        CancellationToken cancellationToken)
    {
        var undoable = approved.Count > 0 ? approved
            : frame.DoneWord is not DoneLabels.TranslationApproved ? []
            : page.Context.Request.Query[UndoForm.Parameter].Select(IStringId<TextId>.Find).OfType<TextId>();
        List<(string, string)> fields = [];
        foreach (var id in undoable.Take(SloganReader.MostAtOnce))
        {
            if (await page.Translations.FindAsync(id, cancellationToken) is { } row
                && await page.Undo.WhyNotAsync(row.Value, page.Caller.Person, cancellationToken) is null)
            {
                fields.AddRange([(Selected.Field, id.ToString()), (VersionFieldOf(id), row.ETag.ToString("H"))]);
            }
        }

        return fields.Count > 0
            ? UndoForm.Of(frame, QueryHelpers.AddQueryString($"{SlogansModel.Path}/undo", "language", language ?? ""), fields)
            : HtmlString.Empty;
    }

    private static string VersionFieldOf(TextId id) => $"etag-{id}";

    private static string VersionIn(IFormCollection form, TextId id) => form[VersionFieldOf(id)].ToString();

    /// <param name="undoable">What is named in it, so that it can be undone.</param>
    private static string AddressAfter(string? language, IEnumerable<TextId> undoable)
    {
        var address = QueryHelpers.AddQueryString(SlogansModel.Path, "language", language ?? "");
        return undoable.Aggregate(address, (so, id) => UndoForm.After(so, id.ToString()));
    }
}
