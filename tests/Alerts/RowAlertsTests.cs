using Azure.Data.Tables;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Alerts;

/// <summary>People are told once of a row that stands still, and no more once it does not.</summary>
public sealed class RowAlertsTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 28, 1, 0, 0, TimeSpan.Zero));
    private readonly OutboxTopic<ItemDue> _topic = Topic($"buoc-{Guid.CreateVersion7()}.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ rác")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"item":null,"at":"2026-11-28T00:00:00+00:00"}""")]
    [InlineData("""{"item":"không phải mã","at":"2026-11-28T00:00:00+00:00"}""")]
    public async Task A_row_that_cannot_be_read_is_told_once_by_its_key_until_it_is_mended(string json)
    {
        var key = await PutAsync(json);
        var alerts = Alerts();
        await ReadAllAsync();
        await alerts.TellAsync(Cancellation);
        var told = Assert.Single(await ToldAsync(RowAlerts.UnreadableKind, key));
        Assert.Equal([TableNames.Editorial, Keys.Editorial, key], told.Problem.Arguments.Take(3));

        _time.Advance(TimeSpan.FromMinutes(1));
        await ReadAllAsync();
        await alerts.TellAsync(Cancellation);
        Assert.Equal(told.At, Assert.Single(await ToldAsync(RowAlerts.UnreadableKind, key)).At);

        await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, key, cancellationToken: Cancellation);
        await alerts.TellAsync(Cancellation);
        Assert.Empty(await ToldAsync(RowAlerts.UnreadableKind, key));
    }

    [Fact]
    public async Task A_program_that_begins_anew_takes_down_what_was_told_before_and_holds_no_more()
    {
        var key = await PutAsync("{ rác");
        await ReadAllAsync();
        await Alerts().TellAsync(Cancellation);
        await Alerts().TellAsync(Cancellation);
        Assert.Single(await ToldAsync(RowAlerts.UnreadableKind, key));

        await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, key, cancellationToken: Cancellation);
        await Alerts().TellAsync(Cancellation);
        Assert.Empty(await ToldAsync(RowAlerts.UnreadableKind, key));
    }

    [Fact]
    public async Task Whoever_needs_the_very_row_that_cannot_be_read_is_told_which_it_is()
    {
        var key = await PutAsync("{ rác");

        var unreadable = await Assert.ThrowsAsync<UnreadableRowException>(
            () => storage.Store.Editorial.FindAsync(Keys.Editorial, key, ContentJson.Default.ItemDue, Cancellation));
        Assert.Equal(key, unreadable.Row.RowKey);
        await Alerts().TellAsync(Cancellation);
        Assert.Single(await ToldAsync(RowAlerts.UnreadableKind, key));
    }

    [Fact]
    public async Task A_step_that_fails_is_told_once_until_it_succeeds()
    {
        await new Transaction(Keys.Editorial).HandOver(_topic, new(new("bai"), _time.GetUtcNow()))
            .CommitAsync(storage.Store.Editorial, Cancellation);
        var (key, alerts, fails) = ($"{_topic.Prefix}bai", Alerts(), true);
        for (var tick = 0; tick < 2; tick++)
        {
            await DispatchAsync();
            await alerts.TellAsync(Cancellation);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var told = Assert.Single(await ToldAsync(RowAlerts.StepKind, key));
        Assert.Equal("thử", told.Problem.Arguments[^1]);
        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromMinutes(2), told.At);

        fails = false;
        await DispatchAsync();
        await alerts.TellAsync(Cancellation);
        Assert.Empty(await ToldAsync(RowAlerts.StepKind, key));

        Task DispatchAsync() => new Outbox(storage.Store, NullLogger<Outbox>.Instance).DispatchAsync(
            _topic,
            10,
            (_, _) => fails ? throw new InvalidOperationException("hỏng") : Task.FromResult(OutboxOutcome.Done),
            Cancellation);
    }

    private static OutboxTopic<ItemDue> Topic(string prefix) =>
        new("thử", prefix, ContentJson.Default.ItemDue, due => $"{prefix}{due.Item}");

    private RowAlerts Alerts() =>
        new(storage.Store, new AlertStore(storage.Store, _time), NullLogger<RowAlerts>.Instance);

    private async Task<string> PutAsync(string json)
    {
        var key = $"{_topic.Prefix}hong";
        await storage.Store.Editorial.UpsertEntityAsync(
            new TableEntity(Keys.Editorial, key) { ["Json"] = json, ETag = ETag.All }, TableUpdateMode.Replace, Cancellation);
        return key;
    }

    private ValueTask<int> ReadAllAsync() =>
        storage.Store.Editorial.StartingWithAsync(Keys.Editorial, _topic.Prefix, _topic.Json, Cancellation).CountAsync(Cancellation);

    private async Task<List<Alert>> ToldAsync(string kind, string key) =>
        await new AlertStore(storage.Store, _time).OfKindAsync(kind, Cancellation)
            .Where(alert => alert.Subject.EndsWith(key, StringComparison.Ordinal))
            .ToListAsync(Cancellation);
}
