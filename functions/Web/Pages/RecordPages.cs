using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>For the staff: who did what and what was refused, and whether the record is whole.</summary>
internal static class RecordPages
{
    /// <summary>As many lines as a phone shows without end.</summary>
    private const int PageSize = 25;

    public static void MapRecordPages(this IEndpointRouteBuilder pages)
    {
        var record = pages.MapGroup(RecordModel.Address).RequireAuthorization(Policies.Staff);
        record.MapGet("/", ShowAsync);
        record.MapGet("/check", CheckAsync);
        record.MapGet("/export.{format}", Export);
    }

    /// <summary>Few transactions for the lines, and one for each item that they are about.</summary>
    private static async Task<IResult> ShowAsync(
        RecordForm form,
        HttpContext context,
        RecordReader records,
        ItemReader items,
        DirectoryStore directories,
        CancellationToken cancellationToken)
    {
        var query = form.QueryOn(Today(context));
        var page = await records.PageAsync(query, form.Next, PageSize, cancellationToken);
        var about = page.Rows.Select(row => row.Value.FindEntry()).OfType<HistoryEntry>().Select(RecordWords.ItemOf)
            .Append(IStringId<ItemId>.Find(form.Subject)).OfType<ItemId>();
        return PageAnswers.Page<RecordPage, RecordModel>(new(
            PageFrame.Of(context, Texts.RecordTitle),
            (form, query),
            page,
            await directories.CurrentAsync(cancellationToken),
            await items.HeadlinesAsync(about, cancellationToken)));
    }

    private static async Task<IResult> CheckAsync(HttpContext context, RecordCheck check, CancellationToken cancellationToken) =>
        PageAnswers.Page<RecordCheckPage, RecordCheckModel>(
            new(PageFrame.Of(context, Texts.RecordCheckTitle), await check.RunAsync(cancellationToken)));

    private static IResult Export(
        string format, RecordForm form, HttpContext context, RecordReader records, CancellationToken cancellationToken) =>
        RecordExport.IsKnown(format)
            ? new RecordExport(records.AllAsync(form.QueryOn(Today(context)), cancellationToken), format)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));

    private static DateOnly Today(HttpContext context) =>
        LocalTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
