using Dissemination.Content;
using Dissemination.Deliveries.Occasions;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Reports.Calendar;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>What the page of an item's times needs, and the page.</summary>
internal sealed record OccasionPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] OccasionCommands Commands,
    [FromServices] OccasionViewReader Views,
    [FromServices] CalendarReader Calendar,
    [FromServices] TimeProvider Time)
{
    public async Task<IResult> ActAsync(
        ItemId id, OccasionAct act, (OccasionForm Typed, IfMatch Read) form, string word, CancellationToken cancellationToken)
    {
        var decided = await Commands.DecideAsync(id, act, Caller.Person.Id, form.Read.Version, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            decided.Problems, $"/calendar/{id}", word, problems => ShowAsync(id, problems, form.Typed, cancellationToken));
    }

    public async Task<IResult> ShowAsync(
        ItemId id, IReadOnlyList<Problem> problems, OccasionForm typed, CancellationToken cancellationToken)
    {
        if (await Views.FindAsync(id, cancellationToken) is not { } view)
        {
            return Staff.ItemPageServices.NotFound(id);
        }

        var frame = PageFrame.Of(Context, view.Row.Value.Headline, $"/calendar/{id}") with { Problems = problems };
        OccasionModel form = new(frame, view, typed) { Now = Time.GetUtcNow() };
        return PageAnswers.Page<OccasionPage, OccasionModel>(
            new(frame, view, typed) { Now = form.Now, Near = await NearAsync(form, cancellationToken) }, PageAnswers.StatusOf(problems));
    }

    /// <summary>What else goes out on the day of the form. Five transactions; none where nothing can be chosen.</summary>
    private async Task<OccasionDay?> NearAsync(OccasionModel form, CancellationToken cancellationToken)
    {
        if (!form.MayChange || form.At is not { } at)
        {
            return null;
        }

        var day = LocalTime.DayOf(at);
        var input = await Calendar.ReadAsync(day.AddDays(-1), day.AddDays(2), cancellationToken);
        return OccasionDay.Of(input, form.Item, form.Chosen, at);
    }
}
