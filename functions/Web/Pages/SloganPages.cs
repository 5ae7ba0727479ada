using System.Globalization;
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
            ShowAsync(language, [], page, cancellationToken));
        slogans.MapPost("", ApproveAsync);
        slogans.MapPost("/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? language, IReadOnlyList<Problem> problems, SloganPageServices page, CancellationToken cancellationToken)
    {
        var reader = page.Caller.Person;
        var tag = IStringId<LanguageTag>.Find(language) is { } asked && reader.Languages.Contains(asked)
            ? asked
            : reader.Languages.FirstOrDefault(own => !own.IsVietnamese);
        var (slogans, more) = tag == default ? ([], false) : await page.Slogans.ReadAsync(tag, reader, cancellationToken);
        var frame = PageFrame.Of(page.Context, Texts.SlogansTitle, SlogansModel.AddressOf(tag)) with { Problems = problems };
        frame = frame with { Undo = await UndoOfAsync(frame, language, page, cancellationToken) };
        return PageAnswers.Page<SlogansPage, SlogansModel>(
            new(frame, tag, slogans) { AndMore = more }, PageAnswers.StatusOf(problems));
    }

    /// <summary>Each by itself: what cannot be approved keeps no other.</summary>
    private static async Task<IResult> ApproveAsync(
        string? language, IFormCollection form, [AsParameters] SloganPageServices page, CancellationToken cancellationToken)
    {
        var (done, problems) = await EachAsync(
            form, page, (id, read) => page.Translations.ApproveAsync(id, page.Caller.Person, read, cancellationToken));
        return problems.Count == 0
            ? PageAnswers.Done(AddressAfter(language, done.Count, done), DoneLabels.TranslationApproved)
            : await ShowAsync(language, problems, page, cancellationToken);
    }

    /// <summary>Undoes what was approved a moment ago: what is out meanwhile stays, and keeps no other.</summary>
    private static async Task<IResult> UndoAsync(
        string? language, IFormCollection form, [AsParameters] SloganPageServices page, CancellationToken cancellationToken)
    {
        var (done, problems) = await EachAsync(
            form, page, (id, read) => page.Undo.UndoAsync(id, page.Caller.Person, read, cancellationToken));
        return problems.Count == 0
            ? PageAnswers.Done(AddressAfter(language, done.Count, []), DoneLabels.Undone)
            : await ShowAsync(language, problems, page, cancellationToken);
    }

    /// <summary>Does the same to each that is named, with the version that the form names of it.</summary>
    private static async Task<(IReadOnlyList<TextId> Done, IReadOnlyList<Problem> Problems)> EachAsync(
        IFormCollection form, SloganPageServices page, Func<TextId, ETag, Task<Result<Row<TranslatedVersion>>>> act)
    {
        var ids = form[Selected.Field].Select(IStringId<TextId>.Find).OfType<TextId>().Distinct().Take(SloganReader.MostAtOnce).ToList();
        if (ids.Count == 0)
        {
            return ([], [new(nameof(ProblemTexts.NothingChosen))]);
        }

        List<TextId> done = [];
        List<(string Id, Problem Problem)> refused = [];
        foreach (var id in ids)
        {
            var read = form[VersionFieldOf(id)].ToString() is { Length: > 0 } version ? new ETag(version) : default;
            var acted = await act(id, read);
            if (acted.IsDone)
            {
                done.Add(id);
            }
            else
            {
                refused.Add((id.ToString(), acted.Problem));
            }
        }

        return (done, Selected.ProblemsOf(page.Context, refused));
    }

    /// <summary>The button that undoes those of what was approved a moment ago that can be; nothing where none can.</summary>
    private static async Task<IHtmlContent> UndoOfAsync(
        PageFrame frame, string? language, SloganPageServices page, CancellationToken cancellationToken)
    {
        List<(string, string)> fields = [];
        if (frame.DoneWord is DoneLabels.TranslationApproved)
        {
            foreach (var id in page.Context.Request.Query[UndoForm.Parameter].Select(IStringId<TextId>.Find).OfType<TextId>()
                .Take(SloganReader.MostAtOnce))
            {
                if (await page.Translations.FindAsync(id, cancellationToken) is { } row
                    && await page.Undo.WhyNotAsync(row.Value, page.Caller.Person, cancellationToken) is null)
                {
                    fields.AddRange([(Selected.Field, id.ToString()), (VersionFieldOf(id), row.ETag.ToString("H"))]);
                }
            }
        }

        return fields.Count > 0
            ? UndoForm.Of(frame, QueryHelpers.AddQueryString($"{SlogansModel.Path}/undo", "language", language ?? ""), fields)
            : HtmlString.Empty;
    }

    private static string VersionFieldOf(TextId id) => $"etag-{id}";

    /// <param name="undoable">What is named in it, so that it can be undone.</param>
    private static string AddressAfter(string? language, int count, IEnumerable<TextId> undoable)
    {
        var address = QueryHelpers.AddQueryString(SlogansModel.Path, "language", language ?? "");
        address = QueryHelpers.AddQueryString(address, "count", count.ToString(CultureInfo.InvariantCulture));
        return undoable.Aggregate(address, (so, id) => QueryHelpers.AddQueryString(so, UndoForm.Parameter, id.ToString()));
    }
}
