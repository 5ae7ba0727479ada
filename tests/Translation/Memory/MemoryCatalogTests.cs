using Azure.Data.Tables;
using Dissemination.Directory;
using Dissemination.Tests.Intake;
using Dissemination.Translation.Memory;

namespace Dissemination.Tests.Translation.Memory;

[Collection(IntakeTogether.Name)]
public sealed class MemoryCatalogTests(IntakeStorage storage) : IAsyncLifetime
{
    private static readonly LanguageTag Thai = MemoryTexts.Thai;
    private static readonly MemoryPair Forest = new("Giữ rừng", "a");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await storage.RestartAsync();
        await foreach (var entity in storage.Store.Memory.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            await storage.Store.Memory.DeleteEntityAsync(entity, cancellationToken: Cancellation);
        }
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task What_is_remembered_is_found_at_once_with_who_approved_it_and_only_in_its_own_spelling()
    {
        var memory = Instance();
        Assert.Empty(await TargetsAsync(memory));
        await RememberAsync(memory, "bai", Forest);

        var segment = Assert.Single(await memory.FindAsync(Thai, "giữ rừng", Cancellation)).Segment;
        Assert.Equal(new(Thai, "Giữ rừng", "a", MemoryTexts.Version("bai"), new PersonId("can-bo"), storage.Time.GetUtcNow()), segment);
        Assert.Empty(await memory.FindAsync(new("blt-Latn"), "Giữ rừng", Cancellation));
    }

    [Fact]
    public async Task Two_instances_see_one_anothers_approvals_within_seconds_and_a_new_one_sees_all()
    {
        var (one, two) = (Instance(), Instance());
        Assert.Empty(await TargetsAsync(two));
        await RememberAsync(one, "bai", Forest);
        await RememberAsync(two, "hai", new MemoryPair("Giữ rừng", "b"));
        Assert.Equal(["a", "b"], (await TargetsAsync(two)).Order(StringComparer.Ordinal));
        storage.Time.Advance(LanguageMemory.Fresh);

        Assert.Equal(["a", "b"], (await TargetsAsync(one)).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b"], (await TargetsAsync(Instance())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_forgotten_is_found_no_more_by_any_instance_and_can_be_remembered_again()
    {
        var (one, two) = (Instance(), Instance());
        await RememberAsync(one, "bai", Forest);
        Assert.Equal(["a"], await TargetsAsync(two));
        await one.ForgetAsync(MemoryTexts.Version("bai"), Cancellation);
        storage.Time.Advance(LanguageMemory.Fresh);
        Assert.Empty(await TargetsAsync(one));
        Assert.Empty(await TargetsAsync(two));
        Assert.Empty(await TargetsAsync(Instance()));

        await RememberAsync(two, "bai", Forest);
        Assert.Equal(["a"], await TargetsAsync(Instance()));
    }

    [Fact]
    public async Task Remembered_twice_it_is_stored_once_and_other_words_replace_the_first()
    {
        var memory = Instance();
        await RememberAsync(memory, "bai", Forest, new("Bà con", "b"));
        var rows = await KeysAsync();
        storage.Time.Advance(TimeSpan.FromHours(1));
        await RememberAsync(memory, "bai", Forest, new("Bà con", "b"));
        await memory.ForgetAsync(MemoryTexts.Version("khac"), Cancellation);
        Assert.Equal(rows, await KeysAsync());

        await RememberAsync(memory, "bai", new MemoryPair("Giữ rừng", "c"));
        Assert.Equal(2, (await KeysAsync()).Length);
        Assert.Equal(["c"], await TargetsAsync(memory));
        Assert.Empty(await memory.FindAsync(Thai, "Bà con", Cancellation));
    }

    [Fact]
    public async Task An_instance_whose_clock_is_behind_still_has_the_last_word()
    {
        await RememberAsync(Instance(), "bai", Forest);
        var behind = new MemoryStore(
            storage.Store, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(storage.Time.GetUtcNow().AddMinutes(-1)));
        await behind.ForgetAsync(MemoryTexts.Version("bai"), Cancellation);

        Assert.Empty(await TargetsAsync(Instance()));
    }

    [Fact]
    public async Task A_row_that_comes_late_is_seen_too()
    {
        var (one, late) = (
            Instance(),
            new MemoryStore(
                storage.Store, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(storage.Time.GetUtcNow().AddMinutes(-1))));
        await RememberAsync(one, "bai", Forest);
        Assert.Equal(["a"], await TargetsAsync(one));
        await RememberAsync(late, "hai", new MemoryPair("Giữ rừng", "b"));
        storage.Time.Advance(LanguageMemory.Fresh);

        Assert.Equal(2, (await TargetsAsync(one)).Length);
    }

    [Fact]
    public async Task A_long_text_is_remembered_and_forgotten_whole()
    {
        var pairs = Enumerable.Range(0, 700)
            .Select(number => new MemoryPair($"Câu số {number} {new string('a', 500)}", new string('b', 500))).ToArray();
        var memory = Instance();
        await RememberAsync(memory, "dai", pairs);
        Assert.Equal(MatchKind.Exact, (await Instance().FindAsync(Thai, pairs[^1].Source, Cancellation))[0].Kind);

        await memory.ForgetAsync(MemoryTexts.Version("dai"), Cancellation);
        Assert.Equal(2, (await KeysAsync()).Length);
        Assert.Empty(await Instance().FindAsync(Thai, pairs[^1].Source, Cancellation));
    }

    [Fact]
    public async Task Beyond_its_bound_what_was_approved_first_gives_way()
    {
        var memory = new MemoryStore(storage.Store, storage.Time) { MostSegments = 2 };
        foreach (var number in Enumerable.Range(1, 3))
        {
            storage.Time.Advance(TimeSpan.FromSeconds(1));
            await RememberAsync(memory, $"bai-{number}", new MemoryPair("Giữ rừng", $"{number}"));
        }

        Assert.Equal(["3", "2"], await TargetsAsync(memory));
    }

    private MemoryStore Instance() => new(storage.Store, storage.Time);

    private Task RememberAsync(MemoryStore memory, string item, params MemoryPair[] pairs) =>
        memory.RememberAsync(MemoryTexts.Version(item), pairs, new PersonId("can-bo"), storage.Time.GetUtcNow(), Cancellation);

    private static async Task<string[]> TargetsAsync(MemoryStore memory) =>
        [.. (await memory.FindAsync(Thai, "Giữ rừng", Cancellation)).Select(match => match.Target)];

    private async Task<string[]> KeysAsync() =>
        await storage.Store.Memory.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(entity => entity.RowKey)
            .ToArrayAsync(Cancellation);
}
