using System.Globalization;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Problems;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>
/// One row of the directory, as a form has it: what only adds is taken at once, all else is shown with what it leaves behind first.
/// </summary>
internal sealed class DirectoryEditService(DirectoryEditing editing, DirectoryChangeService changes, DirectoryProposals proposals)
{
    /// <param name="hasSeen">Whether the person has looked at what this very edit changes.</param>
    /// <param name="agreesToConsequences">Whether the person agrees, too, to what it leaves behind.</param>
    public async Task<EditOutcome> SaveAsync(
        RowEdit edit, bool hasSeen, bool agreesToConsequences, Person by, CancellationToken cancellationToken)
    {
        var read = await editing.ReadAsync(edit, cancellationToken);
        if (!read.IsValid)
        {
            return new() { Problems = read.Problems };
        }

        if (!read.Value.IsHarmless && await ToSeeAsync(read.Value, hasSeen, agreesToConsequences, by, cancellationToken) is { } first)
        {
            return first;
        }

        var step = await editing.TakeAsync(edit, by, cancellationToken);
        return new() { Problems = step.Problems, Step = step.Value };
    }

    /// <returns>Null where the person has seen it, and agreed to what it leaves behind.</returns>
    private async Task<EditOutcome?> ToSeeAsync(
        EditedDirectory edited, bool hasSeen, bool agrees, Person by, CancellationToken cancellationToken)
    {
        var proposed = await changes.WithEffectsAsync(edited.Change, cancellationToken);
        if (!hasSeen)
        {
            return new() { ToSee = proposed };
        }

        if (agrees || proposed.Effects.Consequences.IsEmpty)
        {
            return null;
        }

        var asked = new Problem(
            nameof(ProblemTexts.DirectoryConsequences),
            null,
            string.Join(' ', proposed.Effects.Consequences.Select(consequence => consequence.Text(CultureInfo.CurrentUICulture))));
        await proposals.RefuseAsync(asked, by, cancellationToken);
        return new() { Problems = [asked], ToSee = proposed };
    }
}
