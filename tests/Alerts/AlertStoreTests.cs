using Azure.Core;
using Azure.Storage.Blobs.Models;
using Dissemination.Alerts;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Storage;

namespace Dissemination.Tests.Alerts;

public sealed class AlertStoreTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_destination_that_closed_is_told_to_its_commune_and_to_no_other_until_it_is_used_again()
    {
        var closed = (await rooms.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(DestinationId.Parse("na-bung.telegram", null))!;
        await rooms.Get<HealthStore>()
            .CloseAsync(closed, new(nameof(ProblemTexts.DestinationClosed), null, "Telegram", closed.Name, "bot was kicked"), Cancellation);

        Assert.Equal("na-bung.telegram", Assert.Single(await OfAsync("na-bung")).Subject);
        Assert.Empty(await OfAsync("bung-lao"));
        Assert.Single((await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Subject == "na-bung.telegram");

        await rooms.Get<HealthStore>().ReopenAsync(closed.Id, new("can-bo"), Cancellation);
        Assert.Empty(await OfAsync("na-bung"));
        Assert.DoesNotContain(
            (await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Subject == "na-bung.telegram");
    }

    [Fact]
    public async Task A_lane_that_stopped_is_the_provinces_alone()
    {
        await rooms.Get<HealthStore>()
            .StopLaneAsync("telegram_thu", new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", "telegram_thu"), Cancellation);

        Assert.Null(
            Assert.Single(
                (await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Kind == "lane").Value.Commune);
        Assert.True(await rooms.Get<AlertStore>().DismissAsync("lane", AlertStore.KeyOf("telegram_thu"), Cancellation));
        Assert.False(await rooms.Get<AlertStore>().DismissAsync("lane", AlertStore.KeyOf("telegram_thu"), Cancellation));
    }

    [Fact]
    public async Task What_is_renewed_while_it_is_dismissed_or_tried_again_is_still_to_be_looked_at()
    {
        const string Kind = "destination", Subject = "na-bung.lai-dong";
        foreach (var act in (Func<AlertStore, Task<bool>>[])[
            alerts => alerts.DismissAsync(Kind, AlertStore.KeyOf(Subject), "can-bo", Cancellation),
            alerts => alerts.DismissAsync(Kind, AlertStore.KeyOf(Subject), Cancellation)])
        {
            await RaiseAsync("lần một");
            var renewed = new Meanwhile(call => call.Method == RequestMethod.Post, () => RaiseAsync("lần hai"));

            Assert.False(await act(new AlertStore(rooms.StoreWith(renewed), rooms.Time)));

            var stays = (await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows.Single(row => row.Value.Subject == Subject);
            Assert.Equal("lần hai", stays.Value.Problem.Arguments[^1]);
        }

        Task RaiseAsync(string words) => rooms.Get<AlertStore>().RaiseAsync(
            Kind, Subject, new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", words), retry: null, Cancellation);
    }

    [Fact]
    public async Task A_file_that_somebody_else_writes_while_it_is_tried_again_wakes_its_intake_by_itself()
    {
        const string File = "items/thu-lai.md", Path = $"{Containers.Content}/{File}";
        var blob = rooms.Store.Container(Containers.Content).GetBlobClient(File);
        await blob.UploadAsync(BinaryData.FromString("lời cũ"), overwrite: true, Cancellation);
        await rooms.Get<AlertStore>().RaiseAsync(
            AlertStore.FileKind, Path, new(nameof(ProblemTexts.FileNotHandled), null, Path), retry: Path, Cancellation);
        var written = new Meanwhile(call => call.Method == RequestMethod.Put, WriteAsync);

        var retried = await new AlertStore(rooms.StoreWith(written), rooms.Time)
            .RetryAsync(AlertStore.FileKind, AlertStore.KeyOf(Path), "can-bo", Cancellation);

        Assert.True(retried.IsDone);
        Assert.DoesNotContain((await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Subject == Path);
        Assert.Equal("lời mới", (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToString());

        Task WriteAsync() => blob.UploadAsync(BinaryData.FromString("lời mới"), overwrite: true, Cancellation);
    }

    [Fact]
    public async Task A_file_that_is_tried_again_is_another_version_of_the_same_bytes_with_all_that_was_written_beside_them()
    {
        const string File = "items/thu-lai-2.md", Path = $"{Containers.Content}/{File}";
        var (alerts, blob) = (rooms.Get<AlertStore>(), rooms.Store.Container(Containers.Content).GetBlobClient(File));
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["handedin"] = "seal" };
        var before = (await blob.UploadAsync(
            BinaryData.FromString("nội dung"),
            new BlobUploadOptions { Metadata = metadata, HttpHeaders = new() { ContentType = "text/markdown" } },
            Cancellation)).Value;
        await alerts.RaiseFileAsync(Path, Cancellation);

        Assert.True((await alerts.RetryAsync(AlertStore.FileKind, AlertStore.KeyOf(Path), "can-bo", Cancellation)).IsDone);

        var after = (await blob.DownloadContentAsync(Cancellation)).Value;
        Assert.NotEqual(before.ETag, after.Details.ETag);
        Assert.Equal(("nội dung", "text/markdown"), (after.Content.ToString(), after.Details.ContentType));
        Assert.Equal(metadata, after.Details.Metadata);

        await alerts.RaiseFileAsync(Path, Cancellation);
        await blob.DeleteAsync(cancellationToken: Cancellation);
        Assert.False((await alerts.RetryAsync(AlertStore.FileKind, AlertStore.KeyOf(Path), "can-bo", Cancellation)).IsDone);
    }

    private async Task<IEnumerable<Alert>> OfAsync(string commune) =>
        (await rooms.Get<AlertStore>().OfCommuneAsync(commune, null, Cancellation)).Rows.Select(row => row.Value);
}
