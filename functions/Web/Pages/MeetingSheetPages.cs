using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>
/// A sheet of meetings: what it says is shown first, and taken once a person agrees. The form carries the sheet between the two.
/// </summary>
internal static class MeetingSheetPages
{
    /// <summary>A form that carries a sheet as text takes four letters for three bytes, and three bytes for some letters.</summary>
    private const int MostFormBytes = MeetingSheetReader.MostBytes * 2;

    public static void MapMeetingSheets(this IEndpointRouteBuilder meetings)
    {
        meetings.MapGet("/sheet", ([AsParameters] MeetingSheetServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(sheet: null, content: null, [], cancellationToken));
        meetings.MapPost("/sheet", ReadAsync).WithMetadata(new BodyLimit(MostFormBytes));
        meetings.MapPost("/sheet/take", TakeAsync).WithMetadata(new BodyLimit(MostFormBytes));
        meetings.MapGet("/template.csv", () => TypedResults.File(SheetTemplate.Csv(), "text/csv; charset=utf-8", Texts.SheetFile + ".csv"));
        meetings.MapGet("/template.xlsx", async (DirectoryStore directories, CancellationToken cancellationToken) =>
            TypedResults.File(
                SheetTemplate.Excel(await directories.CurrentAsync(cancellationToken)), ExcelBook.ContentType, Texts.SheetFile + ".xlsx"));
    }

    private static async Task<IResult> ReadAsync(
        IFormFile? file, [AsParameters] MeetingSheetServices page, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return await page.ShowAsync(null, null, [new(nameof(ProblemTexts.NoFileChosen))], cancellationToken);
        }

        var content = await UploadedFile.ReadAsync(file, cancellationToken);
        return await page.ShowAsync(
            await page.Import.ReadAsync(file.FileName, content, page.Caller.Person, cancellationToken), content, [], cancellationToken);
    }

    private static async Task<IResult> TakeAsync(
        [FromForm] string? name,
        [FromForm] string? content,
        [AsParameters] MeetingSheetServices page,
        CancellationToken cancellationToken)
    {
        var bytes = new byte[(content?.Length ?? 0) / 4 * 3];
        if (string.IsNullOrEmpty(content) || !Convert.TryFromBase64String(content, bytes, out var length))
        {
            return await page.ShowAsync(null, null, [new(nameof(ProblemTexts.NoFileChosen))], cancellationToken);
        }

        var (person, sheet) = (page.Caller.Person, bytes.AsMemory(0, length));
        var taken = await page.Import.TakeAsync(name ?? "", sheet, person, cancellationToken);
        return taken.IsValid
            ? PageAnswers.Done(
                string.Create(CultureInfo.InvariantCulture, $"{MeetingListModel.Path}?count={taken.Value.New}"), DoneLabels.SheetTaken)
            : await page.ShowAsync(
                await page.Import.ReadAsync(name ?? "", sheet, person, cancellationToken), sheet, taken.Problems, cancellationToken);
    }
}
