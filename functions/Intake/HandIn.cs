using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>What became of one version of a file that was handed in.</summary>
internal sealed record HandIn
{
    private const int MostQuoted = 200;

    private const int MostWarnings = 50;

    /// <summary>Each is a note in one transaction; when one of these comes, what it waits for is looked at anew.</summary>
    private const int MostWaitedFor = 90;

    public required HandInId Id { get; init; }

    /// <summary>The container: <c>content</c>, <c>approved</c> or <c>directory</c>.</summary>
    public required string Container { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset At { get; init; }

    public required HandInState State { get; init; }

    /// <summary>Who handed it in, where that is known.</summary>
    public string? By { get; init; }

    /// <summary>The person, where what is known of who handed it in is a person's id.</summary>
    [JsonIgnore]
    public PersonId? Person => PersonId.TryParse(By, null, out var person) ? person : null;

    /// <summary>Whether it was handed in the way an approval is given (<see cref="HandedInBy"/>).</summary>
    public bool MayApprove { get; init; }

    /// <summary>The items that it holds.</summary>
    public ImmutableArray<ItemId> Items { get; init; } = [];

    /// <summary>How many of them are new or changed; 0 when the same file came again.</summary>
    public int Changed { get; init; }

    /// <summary>What is wrong with it; the first of them where they are many (all lie beside the kept original).</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Whether it was refused because of words typed with an old font, which can be turned into Unicode.</summary>
    [JsonIgnore]
    public bool IsInOldFont =>
        State is HandInState.Rejected && Problems.Any(problem => problem.Code is nameof(ProblemTexts.LegacyVietnamese));

    /// <summary>How many problems there are.</summary>
    public int ProblemCount { get; init; }

    /// <summary>
    /// What its author should know, though it is taken; the first of them where they are many. None for what was stored before they were
    /// noted.
    /// </summary>
    public ImmutableArray<Problem> Warnings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The files that it waits for.</summary>
    public ImmutableArray<string> WaitsFor { get; init; } = [];

    /// <summary>Its intake, with which the trace goes on when it is looked at again; null where nothing was traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>
    /// What becomes of it with these problems: without any it is accepted, and where all that is wrong is that another file is not there
    /// yet, or that nobody has agreed yet, it waits.
    /// </summary>
    public HandIn With(IReadOnlyCollection<Problem> problems)
    {
        ImmutableArray<string> missing =
            [.. problems.Where(IsNotThere).Select(problem => problem.Arguments[0]).Distinct(StringComparer.Ordinal).Take(MostWaitedFor)];
        return this with
        {
            State = problems.Count == 0 ? HandInState.Accepted
                : problems.All(IsNotThere) ? HandInState.Waiting
                : problems.All(problem => problem.Code is nameof(ProblemTexts.DirectoryProposed)) ? HandInState.Proposed
                : HandInState.Rejected,
            Problems =
                [.. problems.OrderBy(problem => problem.Place?.File, StringComparer.Ordinal).ThenBy(problem => problem.Place?.Line)
                    .Select(Shortened)],
            ProblemCount = problems.Count,
            WaitsFor = missing,
        };
    }

    public HandIn Warned(IEnumerable<Problem> warnings) => this with { Warnings = [.. warnings.Take(MostWarnings).Select(Shortened)] };

    private static bool IsNotThere(Problem problem) =>
        problem.Code is nameof(ProblemTexts.DirectoryNotThere) or nameof(
            ProblemTexts.ResolutionNotThere) or nameof(ProblemTexts.PictureNotHandedIn);

    // A problem quotes what was written, and that may be of any length.
    private static Problem Shortened(Problem problem) =>
        problem with
        {
            Place = problem.Place is { Field: { } field } place ? place with { Field = Shortened(field) } : problem.Place,
            Arguments = [.. problem.Arguments.Select(Shortened)],
        };

    private static string Shortened(string text) => text.Length <= MostQuoted ? text : string.Concat(text.AsSpan(0, MostQuoted), "…");
}
