using Dissemination.Intake.Documents;

namespace Dissemination.Tests.Intake.Documents;

public sealed class PackageTurnTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_packages_one_is_read_at_a_time_and_whoever_waits_holds_no_thread()
    {
        List<Task> begun = [];

        // While one is read, others are begun by the same thread: it comes back from each of them at once.
        var done = await PackageTurn.InTurnAsync(
            () =>
            {
                begun.Add(WorkbookReader.ReadAsync(new WorkbookFile(WorkbookFile.Row(1, "a")).ToDropped(), Cancellation));
                begun.Add(DocumentReader.ReadAsync(new WordFile(WordFile.P("x")).ToDropped(), DocumentKind.Word, Cancellation));
                begun.Add(ArchiveReader.ReadAsync(new("a.zip", Package.Of(("a.txt", [65]))), Cancellation));
                return begun.Count(reading => reading.IsCompleted);
            },
            Cancellation);

        Assert.Equal(0, done);
        await Task.WhenAll(begun);
    }

    [Fact]
    public async Task What_is_no_package_waits_for_none() =>
        Assert.True(await PackageTurn.InTurnAsync(
            () => DocumentReader.ReadAsync(new("a.txt", Package.Utf8("Lời.")), DocumentKind.Text, Cancellation).IsCompletedSuccessfully,
            Cancellation));

    [Fact]
    public async Task The_turn_goes_on_after_a_reading_that_broke_and_after_a_wait_that_was_given_up()
    {
        using CancellationTokenSource givenUp = new();
        var waiting = await PackageTurn.InTurnAsync(
            () =>
            {
                var begun = PackageTurn.InTurnAsync(() => 1, givenUp.Token);
                givenUp.Cancel();

                // Giving up is told on another thread, and is to be told before this turn ends.
                SpinWait.SpinUntil(() => begun.IsCompleted);
                return begun;
            },
            Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<InvalidDataException>(
            () => PackageTurn.InTurnAsync<int>(() => throw new InvalidDataException("broken"), Cancellation));
        Assert.Equal(2, await PackageTurn.InTurnAsync(() => 2, Cancellation));
    }
}
