using System.Text;
using Azure.Data.Tables;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Problems;
using Dissemination.Tests.Translation.Memory;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Memory;

namespace Dissemination.Tests.Intake;

[Collection(IntakeTogether.Name)]
public sealed class MemoryImportTests(IntakeStorage storage) : IAsyncLifetime
{
    private static readonly LanguageTag Thai = MemoryTexts.Thai;
    private static readonly PersonId Office = new("can-bo");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MemoryImport Import => storage.Get<MemoryImport>();

    private MemoryStore Memory => storage.Get<MemoryStore>();

    public async ValueTask InitializeAsync()
    {
        await storage.EmptyAsync();
        await foreach (var entity in storage.Store.Memory.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            await storage.Store.Memory.DeleteEntityAsync(entity, cancellationToken: Cancellation);
        }
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task What_comes_in_is_suggested_with_who_when_and_which_file_and_after_what_was_approved()
    {
        await Memory.RememberAsync(MemoryTexts.Version("bai"), [new("Giữ rừng", "duyệt")], Office, storage.Time.GetUtcNow(), Cancellation);
        storage.Time.Advance(TimeSpan.FromHours(1));
        var taken = await TakeAsync(
            "cũ.tmx", Tmx(("Giữ rừng", "blt-Tavt", "a"), ("Giữ rừng", "blt-Tavt", "a"), ("Bà con", "BLT-TAVT", "b")));

        Assert.True(taken.Value!.IsNew);
        Assert.Equal(
            ("cũ.tmx", Office, storage.Time.GetUtcNow(), 2, 0),
            (taken.Value.File.Name, taken.Value.File.By, taken.Value.File.At, taken.Value.File.Segments, taken.Value.File.LeftOut));
        var found = await Memory.FindAsync(Thai, "Giữ rừng", Cancellation);
        Assert.Equal(["duyệt", "a"], found.Select(match => match.Target));
        Assert.Equal([null, taken.Value.File], found.Select(match => match.Segment.File));
        Assert.Empty(await Memory.FindAsync(new("blt-Latn"), "Bà con", Cancellation));
        Assert.Equal(["can-bo memory-taken"], await storage.HistoryAsync("memory"));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_once_removed_it_can_come_again()
    {
        var file = Tmx(("Giữ rừng", "blt-Tavt", "a"));
        var first = await TakeAsync("a.tmx", file);
        var rows = await RowsAsync();
        storage.Time.Advance(TimeSpan.FromDays(1));
        Assert.False((await TakeAsync("tên khác.tmx", file)).Value!.IsNew);
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal([first.Value!.File], await Memory.FilesAsync(Thai, Cancellation).ToListAsync(Cancellation));

        Assert.True(await Import.RemoveAsync(Thai, first.Value.File.Id, Office, Cancellation));
        Assert.False(await Import.RemoveAsync(Thai, first.Value.File.Id, Office, Cancellation));
        Assert.Empty(await Memory.FindAsync(Thai, "Giữ rừng", Cancellation));
        Assert.Empty(await Memory.FilesAsync(Thai, Cancellation).ToListAsync(Cancellation));
        Assert.True((await TakeAsync("a.tmx", file)).Value!.IsNew);
        Assert.Single(await Memory.FindAsync(Thai, "Giữ rừng", Cancellation));
    }

    [Fact]
    public async Task A_file_that_is_broken_is_told_with_line_and_column_and_changes_nothing()
    {
        var broken = Tmx(("Giữ rừng", "blt-Tavt", "a"))[..^12];
        var refused = await TakeAsync("hỏng.tmx", broken + "\n <b");

        var problem = Assert.Single(refused.Problems);
        Assert.Equal((nameof(ProblemTexts.XmlBroken), "hỏng.tmx", 4), (problem.Code, problem.Place!.File, problem.Place.Line));
        Assert.True(int.Parse(problem.Arguments[0], System.Globalization.CultureInfo.InvariantCulture) > 1);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Other_languages_are_counted_and_told_and_Thai_of_Thailand_and_Lao_are_refused()
    {
        var taken = await TakeAsync(
            "a.tmx",
            Tmx((
                "Một",
                "blt-Tavt",
                "a"),
                ("Một", "th-TH", "x"),
                ("Hai", "tha", "x"),
                ("Ba", "lao", "x"),
                ("Một", "en", "one"),
                ("Hai", "en", "two"),
                ("Một", "hmn-Latn-x-chv", "Iz"),
                ("Bốn", "blt-Tavt", " ")));

        Assert.Equal((1, 7), (taken.Value!.File.Segments, taken.Value.File.LeftOut));
        Assert.Equal(
            ["LanguageRefused lao", "LanguageRefused th-TH", "LanguageRefused tha", "TmxLeftOut 1 hmn-Latn-x-chv", "TmxLeftOut 1 lao", "TmxLeftOut 1 th-TH", "TmxLeftOut 1 tha", "TmxLeftOut 2 en", "TmxUseless 1 10000"],
            taken.Value.LeftOut.Select(problem => $"{problem.Code} {string.Join(' ', problem.Arguments)}").Order(StringComparer.Ordinal));

        var refused = await TakeAsync("b.tmx", Tmx(("Một", "th", "x")));
        Assert.Equal(
            [nameof(ProblemTexts.TmxNothing), nameof(ProblemTexts.LanguageRefused), nameof(ProblemTexts.TmxLeftOut)],
            refused.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task A_file_of_the_content_replaces_what_one_of_its_name_said_and_an_older_one_undoes_nothing()
    {
        const string Path = "memory/blt-Tavt.tmx";
        Assert.Equal(HandInState.Accepted, (await storage.TakeAsync(Path, Tmx(("Giữ rừng", "blt-Tavt", "a")), "can-bo")).State);
        var older = Tmx(("Giữ rừng", "blt-Tavt", "b")).Utf8();
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, Path, older);
        await storage.Intake.TakeApprovedAsync(Path, Tmx(("Giữ rừng", "blt-Tavt", "c")).Utf8(), ("\"newer\"", lastModified.AddSeconds(5)), null);
        await storage.Intake.TakeApprovedAsync(Path, older, (etag, lastModified), null);

        Assert.Equal(["c"], (await Memory.FindAsync(Thai, "Giữ rừng", Cancellation)).Select(match => match.Target));
        Assert.Equal(
            [nameof(ProblemTexts.TmxNothing)],
            (await storage.TakeAsync("memory/blt-Latn.tmx", Tmx(("Giữ rừng", "vi", "a")))).Problems.Select(problem => problem.Code));
        Assert.Equal(
            [nameof(ProblemTexts.LanguageRefused)],
            (await storage.TakeAsync("memory/tha.tmx", Tmx(("Giữ rừng", "tha", "a")))).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task What_goes_out_is_all_that_is_remembered_now_and_comes_in_again_as_the_same()
    {
        await Memory.RememberAsync(MemoryTexts.Version("bai"), [new("Giữ rừng", "a")], Office, storage.Time.GetUtcNow(), Cancellation);
        await Memory.RememberAsync(
            MemoryTexts.Version("bai"), [new("Giữ rừng", "b"), new("Bà con", "c")], Office, storage.Time.GetUtcNow(), Cancellation);
        await Memory.RememberAsync(MemoryTexts.Version("bo"), [new("Bỏ", "d")], Office, storage.Time.GetUtcNow(), Cancellation);
        await Memory.ForgetAsync(MemoryTexts.Version("bo"), Cancellation);
        storage.Time.Advance(TimeSpan.FromSeconds(1));
        await TakeAsync("tệp.tmx", Tmx(("Xã", "blt-Tavt", "e")));
        using var file = new MemoryStream();
        await storage.Get<MemoryExport>().WriteAsync(Thai, file, Cancellation);

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal(
            ["Giữ rừng b can-bo", "Bà con c can-bo", "Xã e can-bo"],
            TmxReader.Read("a.tmx", file.ToArray()).Value!.Units.Select(unit => $"{unit.Source} {unit.Target} {unit.ChangedBy}"));
        Assert.Contains(">approved</prop>", text, StringComparison.Ordinal);
        Assert.Contains(">tệp.tmx</prop>", text, StringComparison.Ordinal);
        Assert.Equal(3, (await TakeAsync("ra.tmx", text)).Value!.File.Segments);
        Assert.Equal(["b"], (await Memory.FindAsync(Thai, "Giữ rừng", Cancellation)).Select(match => match.Target));
    }

    [Fact]
    public async Task A_file_of_more_rows_than_one_transaction_takes_is_taken_and_taken_back_whole()
    {
        MemoryPair[] pairs =
            [.. Enumerable.Range(0, 103)
                .Select(number => new MemoryPair($"Câu số {number} {new string('a', 30_000)}", new string('b', 30_500)))];
        var file = new MemoryFile("tmx-dai", "dài.tmx", Office, storage.Time.GetUtcNow(), pairs.Length, 0);
        Assert.True(await Memory.TakeAsync(Thai, file, [.. pairs], Cancellation));
        Assert.Equal(pairs.Length, await Memory.AllAsync(Thai, Cancellation).CountAsync(Cancellation));

        Assert.True(await Import.RemoveAsync(Thai, "tmx-dai", Office, Cancellation));
        Assert.Equal(2, (await RowsAsync()).Length);
        Assert.Empty(await Memory.AllAsync(Thai, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Beyond_the_bound_of_a_language_files_give_way_before_what_was_approved()
    {
        var memory = new MemoryStore(storage.Store, storage.Time) { MostSegments = 2 };
        await memory.RememberAsync(
            MemoryTexts.Version("bai"), [new("Giữ rừng", "a"), new("Bà con", "b")], Office, storage.Time.GetUtcNow(), Cancellation);
        storage.Time.Advance(TimeSpan.FromHours(1));
        await memory.TakeAsync(Thai, new("tmx-a", "a.tmx", Office, storage.Time.GetUtcNow(), 1, 0), [new("Giữ rừng", "c")], Cancellation);

        Assert.Equal(["a"], (await memory.FindAsync(Thai, "Giữ rừng", Cancellation)).Select(match => match.Target));
    }

    [Fact]
    public async Task Beyond_the_bound_of_an_instance_the_language_that_was_looked_up_longest_ago_is_dropped_and_read_anew_when_it_is_asked_for()
    {
        var memory = new MemoryStore(storage.Store, storage.Time) { MostTogether = 4 };
        LanguageTag[] languages = [Thai, new("blt-Latn"), new("twh-Tavt")];
        foreach (var language in languages)
        {
            await memory.TakeAsync(
                language,
                new("tmx-a", "a.tmx", Office, storage.Time.GetUtcNow(), 2, 0),
                [new("Giữ rừng", language.Value), new("Bà con", "b")],
                Cancellation);
        }

        Assert.Equal(2, await CountAfterAsync(languages[0]));
        Assert.Equal(4, await CountAfterAsync(languages[1]));
        await CountAfterAsync(languages[0]);
        Assert.Equal(4, await CountAfterAsync(languages[2]));
        foreach (var language in languages)
        {
            Assert.Equal(language.Value, Assert.Single(await memory.FindAsync(language, "Giữ rừng", Cancellation)).Target);
            Assert.Equal(4, memory.Count);
        }

        async Task<int> CountAfterAsync(LanguageTag language)
        {
            await memory.FindAsync(language, "Giữ rừng", Cancellation);
            return memory.Count;
        }
    }

    private static string Tmx(params (string Source, string Language, string Target)[] units) =>
        $"""
        <tmx version="1.4"><header srclang="vi"/>
        <body>
        {string.Concat(units.Select(unit => $"<tu><tuv xml:lang=\"vi\"><seg>{unit.Source}</seg></tuv><tuv xml:lang=\"{unit.Language}\"><seg>{unit.Target}</seg></tuv></tu>"))}
        </body></tmx>
        """;

    private Task<Parsed<TakenMemory>> TakeAsync(string name, string file) =>
        Import.ReadAsync(Thai, name, file.Utf8(), Office, Cancellation);

    private async Task<string[]> RowsAsync() =>
        await storage.Store.Memory.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(entity => entity.RowKey)
            .ToArrayAsync(Cancellation);
}
