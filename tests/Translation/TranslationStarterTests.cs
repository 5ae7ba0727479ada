using System.Text.Json;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

public sealed class TranslationStarterTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_that_fails_gets_a_message_of_its_own_and_keeps_no_other_of_the_same_message()
    {
        ItemId[] items = [new("hong"), new("lanh")];
        foreach (var item in items)
        {
            await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}"));
        }

        await foreach (var row in rooms.Store.Editorial.QueryAsync<TableEntity>(
            TableReading.Prefix(Keys.Editorial, "translation."), cancellationToken: Cancellation))
        {
            await rooms.Store.Editorial.DeleteEntityAsync(row, cancellationToken: Cancellation);
        }

        var broken = await rooms.Store.Editorial.GetEntityAsync<TableEntity>(
            Keys.Editorial, Keys.Item("hong"), cancellationToken: Cancellation);
        await rooms.Store.Editorial.UpsertEntityAsync(
            new TableEntity(broken.Value) { ["Json"] = "{ rác" }, TableUpdateMode.Replace, Cancellation);

        await rooms.Get<TranslationStarter>().WantAsync(new([.. items]), Cancellation);

        Assert.Equal(TranslationState.Wanted, (await rooms.TranslationAsync("lanh.1.blt-Tavt")).Value.State);
        var message = Assert.Single(await Rooms.TakeAsync(rooms.Store.TranslationWanted).ToListAsync(Cancellation));
        Assert.Equal([items[0]], JsonSerializer.Deserialize(message, ContentJson.Default.TranslationRequest)!.Items);

        // By itself it fails as any message does: after its tries it is an alert.
        await Assert.ThrowsAsync<UnreadableRowException>(() => rooms.Get<TranslationStarter>().WantAsync(new([items[0]]), Cancellation));
    }
}
