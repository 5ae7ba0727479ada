using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Translations as files for other tools, and what comes back from there: it is a draft like any other, and passes the same checks.
/// </summary>
internal sealed class ExchangeService(TranslationService translations, ItemReader items)
{
    /// <summary>The most translations that one file of a queue holds.</summary>
    public const int MostOfQueue = 200;

    /// <returns>XLIFF 2.1; null where there is no such translation. Two transactions.</returns>
    public async Task<byte[]?> WriteAsync(VersionId version, CancellationToken cancellationToken) =>
        await FileAsync(version, cancellationToken) is { } file ? XliffWriter.Write(new(version.Language, [file])) : null;

    /// <summary>
    /// All that waits for words in a language, as one file, without the communes' own variants. Two transactions for each.
    /// </summary>
    public async Task<byte[]> WriteQueueAsync(LanguageTag language, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<ExchangeFile>();
        string? next = null;
        do
        {
            var page = await translations.InboxAsync(language, next, cancellationToken);
            foreach (var entry in page.Rows.Select(row => row.Value)
                .Where(entry => entry is { Variant: null, State: not TranslationState.InReview }).Take(MostOfQueue - files.Count))
            {
                if (await FileAsync(entry.Version, cancellationToken) is { } file)
                {
                    files.Add(file);
                }
            }

            next = page.Next;
        }
        while (next is not null && files.Count < MostOfQueue);

        return XliffWriter.Write(new(language, files.ToImmutable()));
    }

    /// <summary>Takes over what a translator wrote in another tool. A file with a mistake in it changes nothing at all.</summary>
    /// <param name="name">The file as the person knows it.</param>
    public async Task<Parsed<IReadOnlyList<TakenFile>>> ReadAsync(
        LanguageTag language, string name, ReadOnlyMemory<byte> bytes, Person by, CancellationToken cancellationToken)
    {
        var document = XliffReader.Read(name, bytes.Span, language);
        if (!document.IsValid)
        {
            return Parsed<IReadOnlyList<TakenFile>>.Bad(document.Problems);
        }

        List<TakenFile> taken = [];
        foreach (var file in document.Value.Files)
        {
            taken.Add(await TakeAsync(file, by, cancellationToken));
        }

        return Parsed<IReadOnlyList<TakenFile>>.Of(taken);
    }

    private async Task<TakenFile> TakeAsync(ExchangeFile file, Person by, CancellationToken cancellationToken)
    {
        if (await ReadAsync(file.Version, cancellationToken) is not var (row, pieces))
        {
            return new(file.Version, 0, [new(nameof(ProblemTexts.TranslationNotFound), null, file.Version.ToString())]);
        }

        var match = ExchangeMatch.Of(
            pieces.Select(piece => new CurrentSegment(IdOf(piece.Place), piece.Source, piece.Segment.Target)), file.Units);
        var refused = match.Refused.Select(unit => unit.Reason)
            .Where(reason => reason.Code is not (nameof(ProblemTexts.ExchangeUnchanged) or nameof(ProblemTexts.ExchangeTargetEmpty)))
            .ToImmutableArray();
        if (match.Taken.IsEmpty)
        {
            return new(file.Version, 0, refused);
        }

        var places = pieces.ToDictionary(piece => IdOf(piece.Place), piece => piece.Place, StringComparer.Ordinal);
        var written = match.Taken.ToDictionary(unit => places[unit.Id], unit => (string?)unit.Target);
        var drafted = await translations.DraftSegmentsAsync(file.Version, written, by, row.ETag, cancellationToken);
        return drafted.IsDone ? new(file.Version, written.Count, refused) : new(file.Version, 0, [drafted.Problem, .. refused]);
    }

    private async Task<ExchangeFile?> FileAsync(VersionId version, CancellationToken cancellationToken) =>
        await ReadAsync(version, cancellationToken) is not var (row, pieces)
            ? null
            : new(
                version,
                [.. pieces.Select(
                    piece => new ExchangeUnit(
                        IdOf(piece.Place),
                        piece.Segment.Part,
                        piece.Source,
                        piece.Segment.Target,
                        StateOf(piece.Segment, row.Value.State)))]);

    private async Task<(
        Row<TranslatedVersion> Row,
        ImmutableArray<PairedSegment> Pieces)?> ReadAsync(VersionId version, CancellationToken cancellationToken) =>
        await translations.FindAsync(version, cancellationToken) is { } row
            && await items.RevisionAsync(version.Item, version.Revision, cancellationToken) is { } revision
            ? (row, PairedSegment.Of(SegmentedText.Of(revision.Content.Text), row.Value.Segments))
            : null;

    private static ExchangeState StateOf(TranslatedSegment segment, TranslationState state) =>
        segment.Target is null
            ? ExchangeState.Initial
            : state is TranslationState.Approved
            ? ExchangeState.Final
            : ExchangeState.Translated;

    private static string IdOf(int place) => string.Create(CultureInfo.InvariantCulture, $"s{place + 1}");
}
