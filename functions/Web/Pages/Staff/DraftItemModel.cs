using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The form of a draft.</summary>
public sealed class DraftItemModel : PageModel
{
    private static readonly string[] Folded =
        ["kind", "expiresAt", "resolution", "id", "approvalDocument", "approvalDate", "overflow", "untranslated", "airing"];

    internal DraftItemModel(
        PageFrame frame,
        (Row<Draft> Stored, DraftItem Shown) draft,
        KnownReferences known,
        (SeenModel Seen, ForeseenApproval Approval) outlook)
        : base(frame)
    {
        (Seen, Approval) = outlook;
        (Row, Item, Known) = (draft.Stored, draft.Shown, known);
        Directory = known.Directory;
    }

    internal Row<Draft> Row { get; }

    internal Draft Draft => Row.Value;

    /// <summary>What stands in the form.</summary>
    internal DraftItem Item { get; }

    internal KnownReferences Known { get; }

    internal DirectorySnapshot Directory { get; }

    internal DraftFindings Findings { get; init; } = new([], []);

    /// <summary>What became of it, where it was handed in and looked at.</summary>
    internal HandIn? HandIn { get; init; }

    /// <summary>What will be seen of it as it stands.</summary>
    internal SeenModel Seen { get; }

    /// <summary>What its approval will set off.</summary>
    internal ForeseenApproval Approval { get; }

    /// <summary>What says nearly the same, of the last weeks; nothing once it was handed in.</summary>
    internal ImmutableArray<LikeText> Likes { get; init; } = [];

    /// <summary>What colleagues say of it, newest first.</summary>
    internal ImmutableArray<ItemNote> Notes { get; init; } = [];

    /// <summary>Whether somebody else saved it while this was typed: both are shown.</summary>
    internal bool IsConflict { get; init; }

    /// <summary>The topics of the resolution: those that are ticked, then the others, which are folded.</summary>
    internal IEnumerable<(bool AreTicked, ImmutableArray<Topic> Topics)> Topics =>
        from topic in Known.Resolutions.GetValueOrDefault(Item.Resolution)?.Topics ?? []
        group topic by Item.Topics.Contains(topic.Code, StringComparer.Ordinal) into alike
        orderby !alike.Key
        select (alike.Key, alike.ToImmutableArray());

    /// <summary>The communes that the text names, before the others.</summary>
    internal IEnumerable<(Commune Commune, bool IsNamed)> Communes =>
        from commune in Directory.Current
        let isNamed = Item.Body.Contains(commune.Name, StringComparison.OrdinalIgnoreCase)
            || Item.Title.Contains(commune.Name, StringComparison.OrdinalIgnoreCase)
        orderby !Item.Communes.Contains(commune.Id.Value, StringComparer.Ordinal), !isNamed
        select (commune, isNamed);

    internal IEnumerable<Problem> Of(string field) => Findings.Problems.Where(problem => problem.Place?.Field == field);

    internal bool IsWrong(string field) => Of(field).Any();

    /// <summary>Whether something is wrong with the fields that few change, which are folded.</summary>
    internal bool IsMoreWrong => Folded.Any(IsWrong);

    /// <summary>The fields with problems, each once.</summary>
    internal int Missing => Findings.Problems.Select(problem => problem.Place?.Field).Distinct(StringComparer.Ordinal).Count();
}
