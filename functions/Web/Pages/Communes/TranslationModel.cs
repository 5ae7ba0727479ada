using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation beside its source.</summary>
public sealed class TranslationModel : PageModel
{
    internal TranslationModel(PageFrame frame, TranslationSight sight, TypedWords typed)
        : base(frame) => (Sight, TypedWords) = (sight, typed);

    internal TranslationSight Sight { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal TypedWords TypedWords { get; }

    internal VersionText? Typed => TypedWords.Text;

    internal string? Reason => TypedWords.Reason;

    internal string? Comment => TypedWords.Comment;

    internal string? DropReason => TypedWords.DropReason;

    /// <summary>The address of the page.</summary>
    internal string Address => $"/translations/{Sight.Translation.TextId}";

    internal bool MayAssign => Frame.Person?.Is(Role.Staff) == true && Sight.Translation.IsOpen;

    /// <summary>Whether somebody else asked to be left alone with it.</summary>
    internal bool IsKeptOut => Frame.Person is { } person && Sight.Translation.Claim?.KeepsOut(person.Id, Now) == true;

    internal bool MayComment => Frame.Person is { } person && (person.Is(Role.Staff) || Sight.Refusal is null);

    /// <summary>Those who may be asked for it: a commune, or one of its people.</summary>
    internal IEnumerable<Assignee> Assignees => Assignee.Of(Sight.Translation.TextId, Sight.Source, Sight.Directory, Sight.Translation.Assignment);

    internal string? DueDate => Sight.Translation.Assignment?.DueAt is { } due ? LocalTime.LastDay(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The form that dismisses a warning; those that say the same share one.</summary>
    internal string DismissFormOf(FindingSight found) =>
        string.Create(CultureInfo.InvariantCulture, $"dismiss-{Sight.Findings.TakeWhile(other => other.Finding.Key != found.Finding.Key).Count()}");

    /// <summary>Whether the reader asked to write although others have to read first.</summary>
    internal bool AsksToWrite { get; init; }

    /// <summary>Whether the segments stand in fields: what waits for review or is approved is read first.</summary>
    internal bool Writes =>
        MayWork && !IsKeptOut && (AsksToWrite || TypedWords.Segments is not null || Sight.Translation.State is TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned);

    internal DateTimeOffset Now { get; init; }

    /// <summary>Whether there is something to fill in before writing.</summary>
    internal bool MayFill => Writes && TypedWords.Segments is null && Sight.Segments.Any(segment => segment.Segment.Target is null);

    /// <summary>What has to be said of a conversion between spellings; null where nothing is converted here or can be.</summary>
    internal string? ConversionWarning =>
        (MayFill && Sight.ConvertsFrom is not null) || Sight.Segments.Any(segment => segment.Segment.Mark is SegmentMark.Converted)
            ? Sight.Spelling.HandIn is { } handIn ? $"{Texts.ConversionOwnTable} {LocalTime.Text(handIn.At)}" : Texts.ConversionDraftTable
            : null;

    /// <summary>What stands in a segment's field.</summary>
    internal string FieldOf(SegmentSight segment) => TypedWords.Segments?.GetValueOrDefault(segment.Place) ?? segment.Segment.Target ?? "";

    /// <summary>Whether other words are stored for a segment than those typed.</summary>
    internal bool IsTypedOver(SegmentSight segment) =>
        segment.Segment.Target is { } stored && TypedWords.Segments?.GetValueOrDefault(segment.Place) is { } typed && typed.ReplaceLineEndings("\n") != stored;

    internal string ETag => Sight.Row.ETag.ToString("H");

    /// <summary>What stands in the form.</summary>
    internal VersionText InForm => Typed ?? Sight.Translation.Text;

    /// <summary>Whether somebody else's words are stored in place of those typed.</summary>
    internal bool ShowsBoth => Typed is not null && Typed != Sight.Translation.Text && !Sight.Translation.Text.IsEmpty;

    internal bool MayWork => Sight.Refusal is null && Sight.Translation.State is not (TranslationState.Outdated or TranslationState.Dropped);

    internal bool IsEditor => Frame.Person is { } person && Sight.Translation.Editors.Contains(person.Id);
}
