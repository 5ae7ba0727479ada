using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Intake;

namespace Dissemination.Web.Api;

/// <summary>What became of a handed-in file.</summary>
internal sealed record HandInAnswer
{
    public required string Id { get; init; }

    public required string Container { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset At { get; init; }

    public required HandInState State { get; init; }

    public required string? By { get; init; }

    public required ImmutableArray<ItemId> Items { get; init; }

    public required int Changed { get; init; }

    public required ImmutableArray<string> WaitsFor { get; init; }

    public required IReadOnlyList<ProblemAnswer> Problems { get; init; }

    public required IReadOnlyList<ProblemAnswer> Warnings { get; init; }

    public static HandInAnswer Of(HandIn handIn) => new()
    {
        Id = handIn.Id.Value,
        Container = handIn.Container,
        File = handIn.File,
        At = handIn.At,
        State = handIn.State,
        By = handIn.By,
        Items = handIn.Items,
        Changed = handIn.Changed,
        WaitsFor = handIn.WaitsFor,
        Problems = [.. handIn.Problems.Select(ProblemAnswer.Of)],
        Warnings = [.. handIn.Warnings.Select(ProblemAnswer.Of)],
    };
}
