using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class HeldPages
{
    private const string Address = "/held";

    public static void MapHeldPages(this IEndpointRouteBuilder pages)
    {
        var held = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrCommunicator).LimitToOwnCommune();
        held.MapGet("/", ShowAsync);
        var release = held.MapGroup("").RequireAuthorization(Policies.Communicator);
        release.MapPost("/release", ReleaseManyAsync);
        release.MapPost("/{id}/release", ReleaseAsync);
    }

    private static Task<IResult> ShowAsync(
        string? commune, string? next, [AsParameters] HeldPageServices page, CancellationToken cancellationToken) =>
        ShowListAsync(commune, next, page, ([], null), cancellationToken);

    private static async Task<IResult> ShowListAsync(
        string? commune,
        string? next,
        HeldPageServices page,
        (IReadOnlyList<Problem> Problems, string? Done) said,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var chosen = CommuneWork.Commune(IStringId<CommuneId>.Find(commune), page.Caller, directory);
        var held = chosen is null ? new([], null) : await page.Waiting.HeldAsync(chosen.Id, next, cancellationToken);
        var frame = PageFrame.Of(page.Context, Texts.HeldTitle, Address);
        return PageAnswers.Page<HeldPage, WorkModel>(
            new(frame with { Problems = said.Problems, Done = said.Done ?? frame.Done }, directory, chosen, held),
            PageAnswers.StatusOf(said.Problems));
    }

    /// <summary>All that are ticked: what cannot be released keeps no other.</summary>
    private static async Task<IResult> ReleaseManyAsync(
        IFormCollection form, DeliveryCommands commands, [AsParameters] HeldPageServices page, CancellationToken cancellationToken)
    {
        if (Selected.Read(form, out var ids) is { } problem)
        {
            return await ShowListAsync(commune: null, next: null, page, ([problem], null), cancellationToken);
        }

        var outcomes = await commands.ExecuteAsync(new DeliveryCommand.Release(), ids, page.Caller.Person, cancellationToken);
        var number = outcomes.Count(outcome => outcome.IsDone);
        if (number == outcomes.Count)
        {
            return PageAnswers.Done(string.Create(CultureInfo.InvariantCulture, $"{Address}?count={number}"), DoneLabels.Released);
        }

        var problems = Selected.ProblemsOf(page.Context, outcomes, await page.Directories.CurrentAsync(cancellationToken));
        var partly = number > 0 ? DoneLabels.OfMany(DoneLabels.Released, number) : null;
        return await ShowListAsync(commune: null, next: null, page, (problems, partly), cancellationToken);
    }

    private static async Task<IResult> ReleaseAsync(
        DeliveryId id, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await commands.ReleaseAsync(id, caller.Person, cancellationToken), Address, DoneLabels.Released);
}
