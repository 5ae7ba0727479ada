using Dissemination.Storage;

namespace Dissemination.Tests.Storage;

public sealed class OptimisticRetryTests
{
    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_decided_anew_until_it_is_written()
    {
        var tries = 0;

        Assert.Equal("third", await OptimisticRetry.RunAsync(() => Task.FromResult(++tries == 3 ? "third" : null), "the row"));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task That_nothing_was_to_be_written_is_an_outcome_and_no_conflict()
    {
        var tries = 0;

        Assert.False(await OptimisticRetry.RunAsync(() => Task.FromResult<bool?>(++tries < 0), "the row"));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task Where_somebody_else_writes_each_time_it_ends_and_says_what_was_to_be_written()
    {
        var tries = 0;

        var failure = await Assert.ThrowsAsync<LostRaceException>(
            () => OptimisticRetry.RunAsync(() => Task.FromResult(++tries < 0 ? "never" : null), "the row of a"));
        Assert.Contains("the row of a", failure.Message, StringComparison.Ordinal);
        Assert.Equal(OptimisticRetry.MostTries, tries);
    }

    [Fact]
    public async Task Who_tells_a_person_of_the_conflict_gets_the_last_one_back()
    {
        var tries = 0;

        Assert.Equal("conflict 3", await OptimisticRetry.LastAsync(() => Task.FromResult($"conflict {++tries}"), _ => true, mostTries: 3));
    }
}
