using System.Globalization;
using Azure;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Translation;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>
/// What people see of a change of the directory, and their yes or no to it. It is here because what a change leaves behind are deliveries.
/// </summary>
internal sealed class DirectoryChangeService(DirectoryProposals proposals, TranslationService translations, DeliveryReader deliveries)
{
    /// <summary>
    /// The change that waits; null where none does. Few transactions, and a look through a table where it takes something away.
    /// </summary>
    public async Task<ProposedDirectory?> FindAsync(CancellationToken cancellationToken) =>
        await proposals.FindAsync(cancellationToken) is { } change ? await WithEffectsAsync(change, cancellationToken) : null;

    /// <summary>A person says yes to the change as he or she has seen it.</summary>
    /// <param name="agreesToConsequences">Whether the person agrees, too, to what it leaves behind.</param>
    public async Task<Result<DirectoryStep>> ConfirmAsync(
        ETag seen, bool agreesToConsequences, Person by, CancellationToken cancellationToken)
    {
        var found = await proposals.FindAsync(seen, cancellationToken);
        if (!found.IsDone)
        {
            return found.Problem;
        }

        var effects = (await WithEffectsAsync(found.Value, cancellationToken)).Effects;
        if (!effects.Consequences.IsEmpty && !agreesToConsequences)
        {
            var asked = new Problem(
                nameof(ProblemTexts.DirectoryConsequences),
                null,
                string.Join(' ', effects.Consequences.Select(consequence => consequence.Text(CultureInfo.CurrentUICulture))));
            await proposals.RefuseAsync(asked, by, cancellationToken);
            return asked;
        }

        return await proposals.ConfirmAsync(found.Value, by, cancellationToken);
    }

    /// <summary>A person says no.</summary>
    public async Task<Result<DirectoryChange>> DeclineAsync(ETag seen, Person by, CancellationToken cancellationToken)
    {
        var found = await proposals.FindAsync(seen, cancellationToken);
        return found.IsDone ? await proposals.DeclineAsync(found.Value, by, cancellationToken) : found;
    }

    /// <summary>
    /// A change with what it leaves behind and carries over. No transaction; a look through a table where it takes something away.
    /// </summary>
    public async Task<ProposedDirectory> WithEffectsAsync(DirectoryChange change, CancellationToken cancellationToken) =>
        new(change, DirectoryEffects.Of(change, await OpenAsync(change, cancellationToken)));

    private async Task<OpenWork> OpenAsync(DirectoryChange change, CancellationToken cancellationToken)
    {
        if (change.Difference.OnlyAdds)
        {
            return OpenWork.None;
        }

        var open = CommunesOf(change).ToAsyncEnumerable()
            .SelectMany(commune => deliveries.OpenOfAsync(commune, cancellationToken))
            .Select(stored => stored.Value);
        return new(
            [.. await open.ToListAsync(cancellationToken)],
            [.. await translations.OpenAsync(cancellationToken).ToListAsync(cancellationToken)]);
    }

    /// <summary>The communes of which something, or somebody, changes or goes.</summary>
    private static IEnumerable<CommuneId> CommunesOf(DirectoryChange change) =>
        change.Difference.Rows
            .Where(row => row.Kind is not RowChangeKind.Added)
            .Select(row => row.Table switch
            {
                DirectoryTable.Communes => new CommuneId(row.Id),
                DirectoryTable.Destinations => DestinationId.Parse(row.Id, null).Commune,
                _ => change.Current.Find(new PersonId(row.Id))?.Commune,
            })
            .OfType<CommuneId>()
            .Distinct();
}
