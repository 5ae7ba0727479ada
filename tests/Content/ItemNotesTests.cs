using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Content;

[Collection(IntakeTogether.Name)]
public sealed class ItemNotesTests(IntakeStorage storage) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.PrepareAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task What_is_tapped_twice_is_noted_once_and_what_another_says_or_is_said_later_too()
    {
        var notes = storage.Get<ItemNotes>();
        foreach (var (by, wait) in new[] { ("can-bo", 1), ("can-bo", 1), ("can-bo-2", 120), ("can-bo", 0) })
        {
            Assert.Null(await notes.AddAsync("noi-hai-lan", " Hỏi lại số liệu \r\n", new PersonId(by), Cancellation));
            storage.Time.Advance(TimeSpan.FromSeconds(wait));
        }

        Assert.Equal(["can-bo", "can-bo-2", "can-bo"], (await notes.OfAsync("noi-hai-lan", Cancellation)).Select(note => note.By.Value));
    }
}
