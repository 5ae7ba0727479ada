using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Local;
using Dissemination.Local.Azurite;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;
using Dissemination.Translation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Intake;

/// <summary>
/// The rooms Directory and Content over an Azurite of their own: there is one directory in a storage account, so these tests cannot share
/// the account of all the others. Each test begins with empty storage.
/// </summary>
public sealed class IntakeStorage : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(AzuriteFixture.TemporaryRoot, "dissemination-intake-" + Environment.ProcessId);
    private AzuriteProcess? _azurite;
    private ServiceProvider? _services;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 18, 3, 0, 0, TimeSpan.Zero));

    internal Store Store => Get<Store>();

    internal ContentIntake Intake => Get<ContentIntake>();

    internal DirectoryImport Import => Get<DirectoryImport>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var script = await AzuriteInstall.EnsureAsync(
            AzuriteFixture.ToolsFolder, new LocalConsole(Console.Error, Console.Error), TimeProvider.System, CancellationToken.None);
        LocalSettings settings = new()
        {
            Port = 0,
            BlobPort = 0,
            QueuePort = 0,
            TablePort = 0,
            DataFolder = _folder,
            ContentFolder = _folder,
            SavesStorage = false,
        };
        _azurite = await AzuriteProcess.StartAsync(script, settings, TimeProvider.System, CancellationToken.None);
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _azurite!.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    internal T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>The program starts anew: nothing is in its memory.</summary>
    internal async Task RestartAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = _azurite!.ConnectionString })
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddStorage(configuration)
            .AddAlerts()
            .AddDirectory()
            .AddContent()
            .AddSingleton(new ChannelRouting([], [], _ => null))
            .AddIntake()
            .AddTranslation(new ConfigurationBuilder().Build())
            .BuildServiceProvider(validateScopes: true);
        await Store.CreateAsync(Cancellation);
    }

    internal async Task EmptyAsync()
    {
        await foreach (var entity in Store.Editorial.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            await Store.Editorial.DeleteEntityAsync(entity, cancellationToken: Cancellation);
        }

        await Store.TranslationWanted.ClearMessagesAsync(Cancellation);
        foreach (var container in Containers.All)
        {
            await foreach (var blob in Store.Container(container).GetBlobsAsync(cancellationToken: Cancellation))
            {
                await Store.Container(container).DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
            }
        }

        await RestartAsync();
    }

    /// <summary>Storage with the small directory and the resolution.</summary>
    internal async Task PrepareAsync()
    {
        await EmptyAsync();
        await DropDirectoryAsync();
        Assert.Equal(HandInState.Accepted, (await TakeAsync(ContentText.ResolutionPath, ContentText.Resolution)).State);
    }

    internal async Task DropDirectoryAsync()
    {
        await DropAsync(DirectoryFiles.Communes, DirectoryText.Communes);
        await DropAsync(DirectoryFiles.Destinations, DirectoryText.Destinations);
        Assert.Equal(HandInState.Accepted, (await DropAsync(DirectoryFiles.People, DirectoryText.People)).State);
    }

    /// <summary>Drops a file into <c>directory</c> and wakes the import as the trigger does.</summary>
    internal async Task<HandIn> DropAsync(string file, string text, string? person = null)
    {
        var (etag, lastModified) = await UploadAsync(Containers.Directory, file, text.Utf8());
        return await Import.TakeAsync(
            new DroppedFile(Containers.Directory, file, etag, lastModified, IStringId<PersonId>.Find(person)), Cancellation);
    }

    internal Task<HandIn> TakeAsync(string path, string text, string? person = null) => TakeAsync(path, text.Utf8(), person);

    /// <summary>Drops a file into <c>content</c> and wakes the intake as the trigger does.</summary>
    internal async Task<HandIn> TakeAsync(string path, byte[] bytes, string? person = null)
    {
        var (etag, lastModified) = await UploadAsync(Containers.Approved, path, bytes);
        return await Intake.TakeApprovedAsync(path, bytes, (etag, lastModified), person);
    }

    internal async Task<(string ETag, DateTimeOffset LastModified)> UploadAsync(string container, string name, byte[] bytes)
    {
        var info = (
            await Store.Container(container).GetBlobClient(name).UploadAsync(new BinaryData(bytes), overwrite: true, Cancellation)).Value;
        return (info.ETag.ToString(), info.LastModified);
    }

    /// <summary>The keys of the rows that begin so.</summary>
    internal async Task<string[]> KeysAsync(string prefix) =>
        await Store.Editorial.QueryAsync<TableEntity>(TableReading.Prefix(Keys.Editorial, prefix), cancellationToken: Cancellation)
            .Select(entity => entity.RowKey)
            .ToArrayAsync(Cancellation);

    /// <summary>The keys of all rows.</summary>
    internal async Task<string[]> KeysAsync() =>
        await Store.Editorial.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(entity => entity.RowKey)
            .ToArrayAsync(Cancellation);

    internal async Task<string[]> BlobsAsync(string container) =>
        await Store.Container(container).GetBlobsAsync(cancellationToken: Cancellation).Select(blob => blob.Name)
            .ToArrayAsync(Cancellation);

    internal async Task<string> TextAsync(string container, string blob) =>
        (await Store.Container(container).GetBlobClient(blob).DownloadContentAsync(Cancellation)).Value.Content.ToString();

    internal async Task<Row<Item>> ItemAsync(string id) => (await Get<ItemReader>().FindAsync(new(id), Cancellation))!;

    internal async Task<string[]> HistoryAsync(string subject) =>
        await Store.Editorial.StartingWithAsync(Keys.Editorial, Keys.HistoryOf(subject), StorageJson.Default.HistoryEntry, Cancellation)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Value.Who} {row.Value.What} {row.Value.Revision}").TrimEnd())
            .ToArrayAsync(Cancellation);

    /// <summary>The items of each message to Translation; takes the messages away.</summary>
    internal async Task<string[]> WantedAsync()
    {
        var messages = (await Store.TranslationWanted.ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value;
        foreach (var message in messages)
        {
            await Store.TranslationWanted.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
        }

        return [
            .. messages.Select(
                message => string.Join(
                    ' ', JsonSerializer.Deserialize(message.Body.ToString(), ContentJson.Default.TranslationRequest)!.Items))];
    }
}
