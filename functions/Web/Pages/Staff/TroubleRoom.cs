using System.Globalization;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Shows the troubles, and does something about some of them.</summary>
internal sealed class TroubleRoom(DeliveryLists lists, DeliveryDesk desk, NoticeBoard notices, DirectoryStore directories)
{
    public async Task<IResult> ShowAsync(TroubleQuery query, HttpContext context, IReadOnlyList<Problem> problems, string? done, CancellationToken cancellation)
    {
        var frame = PageFrame.Of(context, Texts.TroublesTitle, query.Address());
        var model = new TroublesModel(
            frame with { Problems = problems, Done = done ?? frame.Done },
            query,
            await lists.TroubledAsync(query.Filter, query.Next, cancellation),
            await notices.PageAsync(context.Request.Query["notices"], cancellation),
            await directories.CurrentAsync(cancellation));
        return PageAnswers.Page<TroublesPage, TroublesModel>(model, PageAnswers.StatusOf(problems));
    }

    /// <summary>Leads back to the list, or shows it with what was not done and why.</summary>
    public async Task<IResult> ActAsync(
        TroubleQuery query, DeliveryAct act, IReadOnlyList<DeliveryId> ids, string done, HttpContext context, Person by, CancellationToken cancellation)
    {
        var outcomes = await desk.ActAsync(act, ids, by, cancellation);
        var number = outcomes.Count(outcome => outcome.IsDone);
        if (number < outcomes.Count)
        {
            var problems = Selected.ProblemsOf(outcomes, await directories.CurrentAsync(cancellation));
            return await ShowAsync(query, context, problems, number > 0 ? DoneWords.OfMany(done, number) : null, cancellation);
        }

        var back = query.Address();
        return PageAnswers.Done(number > 1 ? QueryHelpers.AddQueryString(back, "count", number.ToString(CultureInfo.InvariantCulture)) : back, done);
    }
}
