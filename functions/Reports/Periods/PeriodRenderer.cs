using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Reports.Periods;

/// <summary>Makes the files of a report from its figures alone: the same figures make the same files, whenever it is done.</summary>
internal sealed class PeriodRenderer(PeriodStore store)
{
    /// <summary>Writes all files, in every language. Two transactions for the figures and one for each of some fourteen files.</summary>
    public async Task WriteAsync(PeriodEdition report, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(report, cancellationToken) is not { } figures)
        {
            return;
        }

        var before = figures.Before is { } earlier ? await store.FindAsync(earlier, cancellationToken) : null;
        await ReportLanguages.InEachAsync(language => WriteAsync(report, new(figures, before, language), cancellationToken));
    }

    /// <summary>The sheets of its Excel file: first what it is, then its tables.</summary>
    public static ImmutableArray<ExcelTable> Book(PeriodReportModel model) =>
    [
        new(
            Texts.FileAbout,
            [new(Texts.FileAboutWhat, 40), new(Texts.FileAboutValue, 90)],
            [
                [Texts.PeriodTitle, PeriodLabels.Of(model.Figures.Period)],
                [Texts.PeriodEditionNumber, model.Figures.Edition],
                [Texts.FileFiguresOf, model.Figures.At],
                [Texts.PeriodLast, model.Before is { } before ? PeriodLabels.Of(before.Period) : Texts.PeriodNoEarlier],
                .. model.Figures.Reason is { } reason ? [[Texts.Reason, reason]] : Array.Empty<object?[]>(),
                .. model.Tables.Select(table => new object?[] { table.Title, table.Caption }),
            ]),
        .. model.Tables.Select(table => table.ToSheet()),
    ];

    private async Task WriteAsync(PeriodEdition report, PeriodReportModel model, CancellationToken cancellationToken)
    {
        var html = await PeriodReportPage.Create(model).RenderAsync(ReadableHtml.Encoder, cancellationToken);
        await UploadAsync(PeriodFile.Html, BinaryData.FromString(html), "text/html; charset=utf-8");
        await UploadAsync(PeriodFile.Excel, BinaryData.FromBytes(ExcelBook.Write(Book(model))), ExcelBook.ContentType);
        foreach (var table in model.Tables)
        {
            await UploadAsync(PeriodFile.Csv(table.Name), BinaryData.FromBytes(CsvTable.Write(table.ToSheet())), CsvTable.ContentType);
        }

        Task UploadAsync(string name, BinaryData content, string contentType) =>
            store.UploadAsync(new(report, model.Language, name), content, contentType, cancellationToken);
    }
}
