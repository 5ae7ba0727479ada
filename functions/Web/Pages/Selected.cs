using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages;

/// <summary>What was ticked in a list of deliveries, and what doing something to it came to.</summary>
internal static class Selected
{
    /// <summary>The name of the tick boxes.</summary>
    public const string Field = "id";

    /// <returns>The problem with what was ticked; null where it can be acted on.</returns>
    public static Problem? Read(IFormCollection form, out IReadOnlyList<DeliveryId> ids)
    {
        List<DeliveryId> read = [];
        ids = read;
        foreach (var text in form[Field])
        {
            if (IStringId<DeliveryId>.Find(text) is not { } id)
            {
                return new(nameof(ProblemTexts.DeliveryNotFound), null, text ?? "");
            }

            read.Add(id);
        }

        return CheckNumber(read.Count);
    }

    public static Problem? CheckNumber(int number) => number switch
    {
        0 => new(nameof(ProblemTexts.NothingChosen)),
        > DeliveryCommands.AtOnce =>
            new(nameof(ProblemTexts.TooManyChosen), null, DeliveryCommands.AtOnce.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Those that stand as the act wanted it.</summary>
    public static IReadOnlyList<Delivery> DoneOf(IEnumerable<CommandOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value)];

    /// <summary>Which of them were not done, and why, each by the name of its place.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(IReadOnlyCollection<CommandOutcome> outcomes, DirectorySnapshot directory) =>
        outcomes.Count == 1 && outcomes.First().Problem is { } alone
            ? [alone]
            : [.. outcomes.Where(outcome => !outcome.IsDone).Select(outcome => new Problem(
                nameof(ProblemTexts.OneOfManyNotDone),
                null,
                NameOf(outcome.Id, directory),
                outcome.Problem!.Text(CultureInfo.CurrentUICulture)))];

    private static string NameOf(DeliveryId id, DirectorySnapshot directory) =>
        $"{directory.NameOf(id.Destination)} ({PageLabels.Of(id.Version.Language)})";
}
