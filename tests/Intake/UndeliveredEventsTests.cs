using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

[Collection(IntakeTogether.Name)]
public sealed class UndeliveredEventsTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string ArticlePath = "items/bài đăng.md";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.PrepareAsync();

    public async ValueTask DisposeAsync() =>
        await storage.Store.Container(Containers.UndeliveredEvents).DeleteIfExistsAsync(cancellationToken: Cancellation);

    [Fact]
    public async Task A_file_whose_event_reached_nobody_is_looked_at_and_the_event_is_done_with()
    {
        await KeepAsync("a.json", await DroppedAsync(Containers.Approved, "items/trong-mac-ca.md", ContentText.Article));
        await KeepAsync("b.json", await DroppedAsync(Containers.Directory, DirectoryFiles.Communes, DirectoryText.Communes));
        await KeepAsync("c.json", await DroppedAsync(Containers.Media, "items/khac.md", ContentText.Article));

        await TakeAsync();

        Assert.Equal(ItemState.Approved, (await storage.ItemAsync("trong-mac-ca")).Value.State);
        Assert.Empty(await storage.BlobsAsync(Containers.UndeliveredEvents));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_passed_over_and_a_name_with_spaces_and_marks_is_the_one_that_it_has()
    {
        var gone = await DroppedAsync(Containers.Approved, "items/da-xoa.md", ContentText.Article);
        await storage.Store.Container(Containers.Approved).DeleteBlobAsync("items/da-xoa.md", cancellationToken: Cancellation);
        await KeepAsync("a.json", gone, await DroppedAsync(Containers.Approved, ArticlePath, ContentText.Article));

        await TakeAsync();

        var handIn = Assert.Single((await storage.Get<HandInStore>().ListAsync(null, ArticlePath, null, 10, Cancellation)).Rows);
        Assert.Equal(HandInState.Rejected, handIn.Value.State); // Its name gives no id.
        Assert.Empty(await AlertsAsync());
        Assert.Empty(await storage.BlobsAsync(Containers.UndeliveredEvents));
    }

    [Fact]
    public async Task A_version_about_which_somebody_has_decided_is_not_decided_about_again()
    {
        await KeepAsync("a.json", await DroppedAsync(Containers.Approved, "items/s.md", "---\nsai\n---\n"));
        var blob = storage.Store.Container(Containers.Approved).GetBlobClient("items/s.md");
        var refused = (await storage.Intake.TakeAsync(blob, Cancellation))!;
        Assert.Equal(HandInState.Rejected, refused.State);
        foreach (var kept in await storage.BlobsAsync(Containers.Rejected))
        {
            await storage.Store.Container(Containers.Rejected).DeleteBlobAsync(kept, cancellationToken: Cancellation);
        }

        await TakeAsync();

        // Had it been refused once more, its original would be kept anew.
        Assert.Empty(await storage.BlobsAsync(Containers.Rejected));
        Assert.Empty(await storage.BlobsAsync(Containers.UndeliveredEvents));
    }

    [Theory]
    [InlineData("{ rác")]
    [InlineData("[{\"id\":\"1\"}]")]
    [InlineData("[null]")]
    [InlineData("[{\"data\":{\"url\":\"không phải địa chỉ\"}}]")]
    public async Task What_is_no_event_is_told_and_keeps_no_other(string text)
    {
        await storage.Store.Container(Containers.UndeliveredEvents).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await storage.UploadAsync(Containers.UndeliveredEvents, "a.json", text.Utf8());
        await KeepAsync("b.json", await DroppedAsync(Containers.Approved, "items/trong-mac-ca.md", ContentText.Article));

        await TakeAsync();

        Assert.Equal([text], await AlertsAsync());
        Assert.Equal(ItemState.Approved, (await storage.ItemAsync("trong-mac-ca")).Value.State);
        Assert.Empty(await storage.BlobsAsync(Containers.UndeliveredEvents));
    }

    [Fact]
    public async Task Where_nobody_keeps_events_nothing_is_read_after_the_first_look()
    {
        await TakeAsync();
        Assert.Equal(0, await CountedTransactions.OfAsync(TakeAsync));
    }

    private Task TakeAsync() => storage.Get<UndeliveredEvents>().TakeAsync(Cancellation);

    /// <returns>The address of a file that lies there.</returns>
    private async Task<Uri> DroppedAsync(string container, string path, string text)
    {
        await storage.UploadAsync(container, path, text.Utf8());
        return storage.Store.Container(container).GetBlobClient(path).Uri;
    }

    /// <summary>As Event Grid keeps them, as far as it is documented.</summary>
    private async Task KeepAsync(string name, params Uri[] blobs)
    {
        await storage.Store.Container(Containers.UndeliveredEvents).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        var events = blobs.Select(blob => $$"""
            {
              "topic": "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a",
              "subject": "/blobServices/default{{blob.AbsolutePath}}", "eventType": "Microsoft.Storage.BlobCreated", "id": "1",
              "eventTime": "2026-12-01T00:00:00Z", "data": { "api": "PutBlob", "url": "{{blob.AbsoluteUri}}" }, "dataVersion": "",
              "metadataVersion": "1", "deadLetterReason": "MaxDeliveryAttemptsExceeded", "deliveryAttempts": 30
            }
            """);
        await storage.UploadAsync(Containers.UndeliveredEvents, name, $"[{string.Join(',', events)}]".Utf8());
    }

    private async Task<string[]> AlertsAsync() =>
        [.. (await storage.Get<AlertStore>().PageAsync(null, Cancellation)).Rows.Select(row => row.Value.Subject)];
}
