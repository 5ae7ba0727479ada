using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The form of a meeting or of opinions: a new one, or one that is there, with what it was before.</summary>
public sealed class MeetingFormModel : PageModel
{
    internal MeetingFormModel(PageFrame frame, ToldForm form, DirectorySnapshot directory)
        : base(frame) => (Form, Directory) = (form, directory);

    internal ToldForm Form { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>What is corrected; null where it is new.</summary>
    internal ToldRecord? Record { get; init; }

    /// <summary>The version that was read.</summary>
    internal string? Version { get; init; }

    internal IReadOnlyList<ToldChange> Changes { get; init; } = [];

    /// <summary>The newest items, and those that are ticked.</summary>
    internal IReadOnlyList<Item> Items { get; init; } = [];

    internal IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>Where the commune met lately: a tap chooses one.</summary>
    internal IReadOnlyList<string> Places { get; init; } = [];

    internal bool MayChange { get; init; } = true;

    /// <summary>No later day can be told; for the browser.</summary>
    internal DateOnly Today { get; init; }

    internal string Action => Record is { } record ? $"{MeetingListModel.Path}/{record.Id}" : $"{MeetingListModel.Path}/new";

    internal bool ChoosesCommune => Frame.Person!.Is(Role.Staff);

    /// <summary>Whether the person has to say whether it is another one.</summary>
    internal bool AsksWhetherAnother => Form.IsAnother || Frame.Problems.Any(problem => problem.Code == nameof(ProblemTexts.MeetingTwice));

    /// <summary>Whether somebody else changed it while this person typed: then both are shown.</summary>
    internal bool WasChangedMeanwhile => Frame.Problems.Any(problem => problem.Code == nameof(ProblemTexts.ChangedMeanwhile));

    /// <summary>Vietnamese, what the commune speaks, and what is ticked; all there are where no commune is chosen yet.</summary>
    internal IEnumerable<LanguageTag> LanguagesToChoose =>
        Languages.All.Select(language => language.Tag)
            .Where(tag => tag.IsVietnamese || CommuneShown is not { } commune || commune.Languages.Contains(tag)
                || Form.Languages.Contains(tag.Value, StringComparer.Ordinal))
            .OrderByDescending(tag => tag.IsVietnamese);

    internal string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    internal string HeadlineOf(ItemId id) => Items.FirstOrDefault(item => item.Id == id)?.Headline ?? id.Value;

    private Commune? CommuneShown =>
        (Storage.IStringId<CommuneId>.Find(Form.Commune) ?? Frame.Person!.Commune) is { } id ? Directory.Find(id) : null;
}
