using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

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
    }

    private static async Task<IResult> ShowAsync(
        string? language,
        IReadOnlyList<Problem> problems,
        SloganPageServices page,
        CancellationToken cancellationToken,
        string? done = null)
    {
        var reader = page.Caller.Person;
        var tag = IStringId<LanguageTag>.Find(language) is { } asked && reader.Languages.Contains(asked)
            ? asked
            : reader.Languages.FirstOrDefault(own => !own.IsVietnamese);
        var (slogans, more) = tag == default ? ([], false) : await page.Slogans.ReadAsync(tag, reader, cancellationToken);
        var frame = PageFrame.Of(page.Context, Texts.SlogansTitle, SlogansModel.AddressOf(tag));
        return PageAnswers.Page<SlogansPage, SlogansModel>(
            new(frame with { Problems = problems, Done = done ?? frame.Done }, tag, slogans) { AndMore = more },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>Each by itself: what cannot be approved keeps no other.</summary>
    private static async Task<IResult> ApproveAsync(
        string? language, IFormCollection form, [AsParameters] SloganPageServices page, CancellationToken cancellationToken)
    {
        var ids = form[Selected.Field].Select(IStringId<TextId>.Find).OfType<TextId>().Distinct().Take(SloganReader.MostAtOnce).ToList();
        if (Selected.CheckNumber(ids.Count) is { } problem)
        {
            return await ShowAsync(language, [problem], page, cancellationToken);
        }

        List<(ItemId Item, Problem Why)> open = [];
        foreach (var id in ids)
        {
            var read = form[$"etag-{id}"].ToString() is { Length: > 0 } version ? new Azure.ETag(version) : default;
            var approved = await page.Translations.ApproveAsync(id, page.Caller.Person, read, cancellationToken);
            if (!approved.IsDone)
            {
                open.Add((id.Item, approved.Problem));
            }
        }

        return await PageAnswers.ManyDoneOrAgainAsync(
            ids.Count - open.Count,
            await Selected.NotDoneAsync(open, page.Items, cancellationToken),
            $"{SlogansModel.Path}?language={Uri.EscapeDataString(language ?? "")}",
            DoneLabels.TranslationApproved,
            (problems, done) => ShowAsync(language, problems, page, cancellationToken, done));
    }
}
