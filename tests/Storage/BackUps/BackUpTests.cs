using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;
using Dissemination.Storage.BackUps;
using Dissemination.Storage.Records;
using Dissemination.Storage.Schema;
using Dissemination.Tests.Local;
using Dissemination.Tests.Web;

namespace Dissemination.Tests.Storage.BackUps;

/// <summary>The sample content with all that became of it, backed up and brought back into an empty store.</summary>
public sealed class BackUpTests(Site site, OwnStorage empty) : IClassFixture<Site>, IClassFixture<OwnStorage>, IAsyncLifetime
{
    private const string Words = "mười hai con giáp ăn cơm nếp";

    private readonly OwnFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BackUpFolder Place => new(_folder["back-up"]);

    public async ValueTask InitializeAsync()
    {
        await site.Get<RecordChainer>().ChainAsync(Cancellation);
        await empty.EmptyAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Words)]
    public async Task Brought_back_into_an_empty_store_it_is_the_same_row_by_row_and_byte_by_byte(string? words)
    {
        var (_, made, _) = await site.Get<BackUpService>().MakeAsync(Place, words, Cancellation);

        var (_, differences) = await empty.Get<BackUpService>().RestoreAsync(Place, words, name: null, Cancellation);

        Assert.True(made.IsQuiet);
        Assert.Empty(differences);
        foreach (var table in TableNames.All)
        {
            Assert.Equal(await RowsAsync(site.Store.Table(table)), await RowsAsync(empty.Store.Table(table)));
        }

        foreach (var container in Containers.All)
        {
            Assert.Equal(await BlobsAsync(site.Store, container), await BlobsAsync(empty.Store, container));
        }

        Assert.True(made.Tables.Sum(table => table.Rows) > 500, $"{made.Tables.Sum(table => table.Rows)}");
        Assert.True((await empty.Get<RecordCheck>().RunAsync(Cancellation)).IsWhole);
        Assert.Empty(await site.Get<BackUpService>().CompareAsync(Place, words, name: null, Cancellation));
    }

    [Fact]
    public async Task Another_back_up_writes_what_changed_and_nothing_else_and_the_one_before_still_comes_back()
    {
        var (first, before, all) = await site.Get<BackUpService>().MakeAsync(Place, words: null, Cancellation);
        var (_, _, none) = await site.Get<BackUpService>().MakeAsync(Place, words: null, Cancellation);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.Store.RecordAsync(new("sao-luu", site.Time.GetUtcNow(), "can-bo", "approved"), Cancellation);
        var (_, after, some) = await site.Get<BackUpService>().MakeAsync(Place, words: null, Cancellation);

        Assert.True(all > 20, $"{all}");
        Assert.Equal(0, none);
        Assert.InRange(some, 1, 2);
        Assert.Equal(before.Tables.Sum(table => table.Rows) + 2, after.Tables.Sum(table => table.Rows));
        var (manifest, differences) = await empty.Get<BackUpService>().RestoreAsync(Place, words: null, first, Cancellation);
        Assert.Empty(differences);
        Assert.Equal(before.DoneAt, manifest.DoneAt);
        Assert.Equal(
            [TableNames.Editorial], await site.Get<BackUpService>().CompareAsync(Place, words: null, first, Cancellation));
    }

    [Fact]
    public async Task Without_its_key_nothing_of_an_encrypted_one_can_be_read()
    {
        await site.Get<BackUpService>().MakeAsync(Place, Words, Cancellation);

        await AssertRefusedAsync(words: null);
        await AssertRefusedAsync(words: Words + "!");
        BackUpPieces open = new(Place, key: null);
        var pieces = System.IO.Directory.EnumerateFiles(_folder["back-up/pieces"], "*", SearchOption.AllDirectories).ToList();
        Assert.True(pieces.Count > 20, $"{pieces.Count}");
        foreach (var piece in pieces)
        {
            await Assert.ThrowsAsync<BackUpException>(() => open.GetAsync(Path.GetFileName(piece), Cancellation));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Words)]
    public async Task A_piece_that_was_changed_or_is_gone_is_told_and_not_brought_back(string? words)
    {
        await site.Get<BackUpService>().MakeAsync(Place, words, Cancellation);
        var piece = System.IO.Directory.EnumerateFiles(_folder["back-up/pieces"], "*", SearchOption.AllDirectories)
            .OrderByDescending(file => new FileInfo(file).Length).First();
        var bytes = await File.ReadAllBytesAsync(piece, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(piece, bytes, Cancellation);
        await AssertRefusedAsync(words);

        File.Delete(piece);
        await empty.EmptyAsync();
        await AssertRefusedAsync(words);
    }

    [Fact]
    public async Task It_is_brought_back_into_no_store_that_holds_something()
    {
        await site.Get<BackUpService>().MakeAsync(Place, words: null, Cancellation);

        await Assert.ThrowsAsync<BackUpException>(
            () => site.Get<BackUpService>().RestoreAsync(Place, words: null, name: null, Cancellation));
    }

    [Fact]
    public async Task One_of_a_newer_program_is_not_brought_back()
    {
        await empty.Store.CreateAsync(Cancellation);
        await new Transaction(Keys.Editorial)
            .Put(Keys.Schema, new SchemaState(SchemaState.Current + 1, empty.Time.GetUtcNow()), StorageJson.Default.SchemaState)
            .CommitAsync(empty.Store.Editorial, Cancellation);
        await empty.Get<BackUpService>().MakeAsync(Place, words: null, Cancellation);
        await empty.EmptyAsync();

        await AssertRefusedAsync(words: null);
    }

    [Fact]
    public async Task It_is_made_into_a_container_and_brought_back_by_command()
    {
        await using StringWriter told = new();
        Assert.Equal(0, await OperatorCommands.RunAsync(
            ["back-up", "--to", "container:back-ups"], site.Services, told, Cancellation));
        Assert.Equal(0, await OperatorCommands.RunAsync(
            ["compare", "--from", "container:back-ups"], site.Services, told, Cancellation));
        Assert.Equal(1, await OperatorCommands.RunAsync(
            ["restore", "--from", "container:back-ups"], site.Services, told, Cancellation));
        Assert.Equal(0, await OperatorCommands.RunAsync(["verify-record"], site.Services, told, Cancellation));
        Assert.Equal(1, await OperatorCommands.RunAsync(["back-up"], site.Services, told, Cancellation));

        Assert.Contains("All is the same.", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("is not empty", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("The record is whole.", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("Say where", told.ToString(), StringComparison.Ordinal);
    }

    private Task<BackUpException> AssertRefusedAsync(string? words) =>
        Assert.ThrowsAsync<BackUpException>(
            () => empty.Get<BackUpService>().RestoreAsync(Place, words, name: null, Cancellation));

    /// <summary>Every row with each of its properties and their types.</summary>
    private static async Task<List<string>> RowsAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>(cancellationToken: Cancellation)
            .Select(row => string.Join(
                '|',
                row.Where(property => property.Key is not ("Timestamp" or "odata.etag"))
                    .OrderBy(property => property.Key, StringComparer.Ordinal)
                    .Select(property => $"{property.Key}:{property.Value.GetType().Name}:{TextOf(property.Value)}")))
            .ToListAsync(Cancellation);

    private static string TextOf(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString()!;

    private static async Task<List<string>> BlobsAsync(Store store, string container)
    {
        List<string> blobs = [];
        await foreach (var blob in store.Container(container).GetBlobsAsync(
            BlobTraits.Metadata, BlobStates.None, prefix: null, Cancellation))
        {
            var content = await store.Container(container).GetBlobClient(blob.Name).FindAsync(Cancellation);
            var metadata = string.Join(',', blob.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            blobs.Add($"{blob.Name}|{blob.Properties.ContentType}|{metadata}|{Convert.ToHexString(content!.Content.Span)}");
        }

        return blobs;
    }
}
