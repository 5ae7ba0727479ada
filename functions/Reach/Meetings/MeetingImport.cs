using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// Takes sheets of meetings and opinions: shows what each row is understood as, and takes all of them once a person agrees. What is there
/// already is left as it is.
/// </summary>
internal sealed class MeetingImport(
    Store storage,
    Outbox outbox,
    MeetingStore store,
    ItemReader items,
    ReferenceStore references,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The most items that the rows of a sheet may name together.</summary>
    private const int MostItems = 200;

    private const int SheetsAtOnce = 10;

    /// <summary>A row of the outbox holds this much, with room to spare.</summary>
    private const int MostCharacters = 400_000;

    private static readonly OutboxTopic<AgreedSheet> Topic =
        new("meeting-sheet", KeysOfMeetings.MeetingSheets, MeetingsJson.Default.AgreedSheet, sheet => KeysOfMeetings.MeetingSheet(
            sheet.Id));

    /// <summary>
    /// What a sheet says, what is wrong with each row, and what is there already. Some two transactions for each commune that it names, one
    /// for each item and one for the topics.
    /// </summary>
    public async Task<MeetingSheet> ReadAsync(string file, ReadOnlyMemory<byte> bytes, Person by, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), LocalTime.Zone).DateTime;
        var sheet = await MeetingSheetReader.ReadAsync(file, bytes, new(directory, by, now), cancellationToken);
        var known = await KnownAsync(sheet, cancellationToken);
        return sheet with { Rows = [.. sheet.Rows.Select(row => Found(row, file, known))] };
    }

    /// <summary>Takes all rows of a sheet that are not there yet, or nothing where one of its rows is wrong.</summary>
    /// <returns>The sheet; what is wrong with it where it was not taken.</returns>
    public async Task<Parsed<MeetingSheet>> TakeAsync(
        string file, ReadOnlyMemory<byte> bytes, Person by, CancellationToken cancellationToken)
    {
        var sheet = await ReadAsync(file, bytes, by, cancellationToken);
        if (!sheet.AllProblems.IsEmpty)
        {
            return Parsed<MeetingSheet>.Bad(sheet.AllProblems);
        }

        ImmutableArray<Told> rows = [.. sheet.Rows.Where(row => row.IsNew).Select(row => row.Told!)];
        if (rows.IsEmpty)
        {
            return Parsed<MeetingSheet>.Of(sheet);
        }

        if (ReadableJson.Write(new AgreedSheet("", by.Id, default, rows), MeetingsJson.Default.AgreedSheet).Length > MostCharacters)
        {
            return Parsed<MeetingSheet>.Bad([new(nameof(ProblemTexts.TooManyRows), new(file), Number(rows.Length / 2))]);
        }

        var id = Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(bytes.Span), .. Bytes(by.Id)]).AsSpan(0, 12));
        var now = time.GetUtcNow();
        await new Transaction(Keys.Editorial)
            .HandOver(Topic, new AgreedSheet(id, by.Id, now, rows, Tracing.Current))
            .Record(new(MeetingDecisions.Subject, now, by.Id.Value, "meeting-sheet-taken", Detail: Number(rows.Length)))
            .CommitAsync(storage.Editorial, cancellationToken);
        await TakeAgreedAsync(cancellationToken);
        return Parsed<MeetingSheet>.Of(sheet);
    }

    /// <summary>Takes what people agreed to and a crash left behind. One transaction where nothing is.</summary>
    public Task TakeAgreedAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(Topic, SheetsAtOnce, TakeAsync, cancellationToken);

    /// <summary>All rows, in steps; each that is there already is passed over, so the whole may come again.</summary>
    private async Task<OutboxOutcome> TakeAsync(AgreedSheet sheet, CancellationToken cancellationToken)
    {
        foreach (var chunk in sheet.Rows.Chunk(MeetingStore.AtOnce))
        {
            await OptimisticRetry.RunAsync<bool>(
                async () => await TryTakeAsync(sheet, chunk, cancellationToken) ? true : null,
                "the meetings of a sheet",
                MeetingService.MostTries);
        }

        return OutboxOutcome.Done;
    }

    private async Task<bool> TryTakeAsync(AgreedSheet sheet, Told[] rows, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(rows.Select(async told =>
            (Told: told, There: await store.FindAsync(ToldId.Of(told), cancellationToken))));
        List<ToldWrite> writes =
        [
            .. found.Where(each => each.There is null)
                .Select(each => new ToldWrite(null, new() { Id = ToldId.Of(each.Told), Told = each.Told, By = sheet.By, At = sheet.At })),
        ];
        return writes.Count == 0 || await store.TryWriteAsync(writes, cancellationToken) is not null;
    }

    /// <summary>What is known of the communes, items and topics that a sheet names.</summary>
    private async Task<KnownTold> KnownAsync(MeetingSheet sheet, CancellationToken cancellationToken)
    {
        var told = sheet.Rows.Select(row => row.Told).OfType<Told>().ToList();
        var records = await Task.WhenAll(told.GroupBy(one => one.Commune).Select(async commune => (List<ToldRecord>)
        [
            .. await store.FirstToldOfAsync(commune.Key, cancellationToken).ToListAsync(cancellationToken),
            .. await store.InAsync(commune.Key, commune.Min(one => one.Day), commune.Max(one => one.Day), cancellationToken)
                .ToListAsync(cancellationToken),
        ]));
        var asked = told.SelectMany(one => one.Items).Distinct().Take(MostItems).ToList();
        var there = await Task.WhenAll(asked.Select(async id => (Id: id, Row: await items.FindAsync(id, cancellationToken))));
        var resolutions = told.Exists(one => one.Opinions?.Topic is not null)
            ? await references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken)
            : [];
        return KnownTold.Of(
            records.SelectMany(list => list),
            there.Where(each => each.Row is not null).Select(each => each.Id),
            resolutions.SelectMany(resolution => resolution.Topics).Select(topic => topic.Code));
    }

    private static SheetRow Found(SheetRow row, string file, KnownTold known)
    {
        if (row.Told is not { } told)
        {
            return row;
        }

        Place At(string field) => new(file, row.Line, ToldLabels.FieldOf(field));
        row = row.And(
        [
            .. told.Items.Where(item => !known.Items.Contains(item))
                .Select(item => new Problem(nameof(ProblemTexts.UnknownItem), At(ToldField.Items), item.Value)),
            .. told.Opinions?.Topic is { } topic && !known.Topics.Contains(topic)
                ? [new Problem(nameof(ProblemTexts.MeetingTopicUnknown), At(ToldField.Topic), topic)]
                : Array.Empty<Problem>(),
        ]);
        var there = known.Find(told);
        return there switch
        {
            null => row,

            // What was corrected or taken back since stays so; what stands as it was told first and says otherwise a person settles.
            { LastChange: null } when !there.Told.SaysTheSameAs(told) => (row with { There = there }).And(new Problem(
                nameof(ProblemTexts.SheetToldOtherwise),
                new(file, row.Line),
                ToldLabels.FiguresOf(there.Told),
                ToldLabels.FiguresOf(told))),
            _ => row with { There = there },
        };
    }

    private static byte[] Bytes(PersonId person) => Encoding.UTF8.GetBytes(person.Value);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
