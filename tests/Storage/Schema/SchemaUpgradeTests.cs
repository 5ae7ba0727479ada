using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Storage.Schema;
using Dissemination.Translation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Storage.Schema;

/// <summary>How the program meets what is stored by itself, by an earlier and by a later one.</summary>
public sealed class SchemaUpgradeTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_empty_store_has_the_version_of_the_program()
    {
        await UpgradeAsync();

        Assert.Equal(SchemaState.Current, await SchemaState.ReadAsync(storage.Store, Cancellation));
        Assert.Equal(1, await storage.Store.Editorial.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_was_recorded_before_there_was_a_chain_is_added_to_it_once()
    {
        for (var number = 0; number < 120; number++)
        {
            HistoryEntry entry = new($"bai-{number:D3}", storage.Time.GetUtcNow().AddHours(-number), "lanh-dao", "approved", 1);
            await new Transaction(Keys.Editorial).Put(entry.RowKey, entry, StorageJson.Default.HistoryEntry)
                .CommitAsync(storage.Store.Editorial, Cancellation);
        }

        await UpgradeAsync();
        await storage.Get<RecordChainer>().ChainAsync(Cancellation);
        await UpgradeAsync();
        await storage.Get<RecordChainer>().ChainAsync(Cancellation);

        var verdict = await storage.Get<RecordCheck>().RunAsync(Cancellation);
        Assert.True(verdict.IsWhole);
        Assert.Equal(120, verdict.Lines);
        Assert.Equal(SchemaState.Current, await SchemaState.ReadAsync(storage.Store, Cancellation));
        Assert.Equal("bai-000", (await NewestAsync()).Entry.Subject);
    }

    [Fact]
    public async Task Where_a_newer_program_has_written_it_does_not_start_and_says_why()
    {
        await new Transaction(Keys.Editorial)
            .Put(Keys.Schema, new SchemaState(SchemaState.Current + 1, storage.Time.GetUtcNow()), StorageJson.Default.SchemaState)
            .CommitAsync(storage.Store.Editorial, Cancellation);

        await using var program = Compose();
        var refused = await Assert.ThrowsAsync<NewerSchemaException>(() => program.StartAsync(Cancellation));
        Assert.Contains("Deploy the newer program again", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Rows that a program of that time wrote, letter by letter (<c>rows-of-9e6a3b9.jsonl</c>).</summary>
    [Fact]
    public async Task Deliveries_of_before_one_row_held_many_are_refused_and_nothing_is_written()
    {
        var before = await EarlierRows.WriteAsync(storage, _ => true);

        await using var program = Compose();
        var refused = await Assert.ThrowsAsync<OlderSchemaException>(() => program.StartAsync(Cancellation));

        Assert.Contains("deliveries0", refused.Message, StringComparison.Ordinal);
        Assert.Contains("begin in a new storage account", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await EarlierRows.ReadAsync(storage));
    }

    [Fact]
    public async Task What_people_decided_before_is_read_and_its_history_becomes_the_record()
    {
        await EarlierRows.WriteAsync(storage, table => table == TableNames.Editorial);

        await using var program = Compose();
        await program.Services.GetRequiredService<SchemaUpgrade>().RunAsync(Cancellation);
        await storage.Get<RecordChainer>().ChainAsync(Cancellation);

        var items = program.Services.GetRequiredService<ItemReader>();
        Assert.Equal(
            [("ca-phe", "MẪU-10/2026 (sample)"), ("mac-ca", "MẪU-01 (sample)")],
            await items.AllAsync(Cancellation).Select(row => (row.Value.Id.Value, row.Value.Approval!.Document))
                .ToListAsync(Cancellation));
        Assert.Contains("40.000 ha mắc ca", (await items.ContentAsync(new("mac-ca"), 1, Cancellation)).Text.Body, StringComparison.Ordinal);
        var translation = await program.Services.GetRequiredService<TranslationService>().FindAsync(TextId.Parse("mac-ca.1.blt-Tavt", null), Cancellation);
        Assert.Equal((TranslationState.Approved, new PersonId("bung-lao-2")), (translation!.Value.State, translation.Value.ReviewedBy));
        var verdict = await storage.Get<RecordCheck>().RunAsync(Cancellation);
        Assert.True(verdict.IsWhole);
        Assert.Equal(14, verdict.Lines);
    }

    private WebApplication Compose() => ComposedProgram.Build(builder =>
    {
        builder.Configuration["AzureWebJobsStorage"] = storage.ConnectionString;
        builder.Configuration["Site:BaseUrl"] = "https://example.org";
    });

    private async Task<RecordLine> NewestAsync() =>
        (await storage.Get<RecordReader>()
            .PageAsync(new(new(2026, 1, 1), new(2026, 12, 31)), continuation: null, size: 1, Cancellation)).Rows[0].Value;

    private Task UpgradeAsync() => storage.Get<SchemaUpgrade>().RunAsync(Cancellation);
}
