using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;
using ETag = Azure.ETag;

namespace Dissemination.Intake;

/// <summary>What was handed in and what became of it: every version of every file.</summary>
internal sealed class HandInStore(Store store)
{
    private const string Prefix = "handin.";

    /// <summary>The problems that a row shows; more would not fit, and nobody reads more before correcting these.</summary>
    private const int MostProblems = 200;

    /// <summary>Writes what became of a file; the same again changes nothing.</summary>
    public async Task SaveAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        var shown = handIn with { Problems = [.. handIn.Problems.Take(MostProblems)] };
        var entity = RowCodec.ToEntity(Keys.Editorial, Keys.HandIn(handIn.Id.Value), shown, IntakeJson.Default.HandIn);
        entity[nameof(HandIn.State)] = handIn.State.ToString();
        entity[nameof(HandIn.File)] = handIn.File;
        var transaction = new Transaction(Keys.Editorial).Add(TableTransactionActionType.UpsertReplace, entity, ETag.All);

        // The files of a directory settle each other.
        foreach (var file in handIn is { State: HandInState.Waiting, Container: not Containers.Directory } ? handIn.WaitsFor : [])
        {
            transaction.Put(Keys.Waiting(file, handIn.Id.Value), handIn with { Problems = [] }, IntakeJson.Default.HandIn);
        }

        if (handIn is { State: HandInState.Rejected, Problems: [var first, ..] })
        {
            transaction.Record(new(
                $"handin_{handIn.Id}",
                handIn.At,
                handIn.Person?.Value ?? HistoryEntry.System,
                "hand-in-refused",
                Detail: $"{handIn.Container}/{handIn.File}: {first.Code}"));
        }

        await transaction.CommitAsync(store.Editorial, cancellationToken);
    }

    public async Task<HandIn?> FindAsync(HandInId id, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(Keys.Editorial, Keys.HandIn(id.Value), IntakeJson.Default.HandIn, cancellationToken))?.Value;

    /// <summary>A page of hand-ins, newest first; of one state or file where that is asked for.</summary>
    public Task<Page<HandIn>> ListAsync(
        HandInState? state, string? file, string? continuation, int size, CancellationToken cancellationToken)
    {
        var filter = TableReading.Prefix(Keys.Editorial, Prefix);
        if (state is { } wanted)
        {
            var name = wanted.ToString();
            filter += " and " + TableClient.CreateQueryFilter($"State eq {name}");
        }

        if (file is not null)
        {
            filter += " and " + TableClient.CreateQueryFilter($"File eq {file}");
        }

        return store.Editorial.PageAsync(filter, continuation, size, IntakeJson.Default.HandIn, cancellationToken);
    }

    /// <summary>The hand-ins that wait for a file, by the notes of that.</summary>
    public IAsyncEnumerable<Row<HandIn>> WaitingForAsync(string file, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.Waiting(file, ""), IntakeJson.Default.HandIn, cancellationToken);

    /// <summary>The files that hand-ins wait for. One transaction for each thousand notes of that.</summary>
    public async Task<IReadOnlyCollection<string>> WaitedForAsync(CancellationToken cancellationToken) =>
        await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.WaitingPrefix, IntakeJson.Default.HandIn, cancellationToken)
            .SelectMany(note => note.Value.WaitsFor)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    /// <summary>Forgets that a hand-in waits for a file; what became of it stays.</summary>
    public async Task ForgetWaitingAsync(Row<HandIn> note, CancellationToken cancellationToken) =>
        await new Transaction(Keys.Editorial).Delete(note).CommitAsync(store.Editorial, cancellationToken);
}
