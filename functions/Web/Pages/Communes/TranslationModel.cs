using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Keyboards;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation beside its source.</summary>
public sealed class TranslationModel : PageModel
{
    /// <summary>So many segments with warnings are named without opening anything; what was found stands with each.</summary>
    internal const int MostPlaces = 10;

    internal TranslationModel(PageFrame frame, TranslationView view, FormInput typed)
        : base(frame) => (View, TypedWords) = (view, typed);

    internal TranslationView View { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal FormInput TypedWords { get; }

    internal VersionText? Typed => TypedWords.Text;

    internal string? Reason => TypedWords.Reason;

    internal string? Comment => TypedWords.Comment;

    internal string? DropReason => TypedWords.DropReason;

    /// <summary>The address of the page.</summary>
    internal string Address => $"/translations/{View.Translation.TextId}";

    internal bool MayAssign => Frame.Person?.Is(Role.Staff) == true && View.Translation.IsOpen;

    /// <summary>Whether somebody else asked to be left alone with it.</summary>
    internal bool IsKeptOut => Frame.Person is { } person && View.Translation.Claim?.KeepsOut(person.Id, Now) == true;

    internal bool MayComment => Frame.Person is { } person && (person.Is(Role.Staff) || View.Refusal is null);

    /// <summary>Those who may be asked for it: a commune, or one of its people.</summary>
    internal IEnumerable<Assignee> Assignees =>
        Assignee.Of(View.Translation.TextId, View.Source, View.Directory, View.Translation.Assignment);

    internal string? DueDate =>
        View.Translation.Assignment?.DueAt is { } due ? LocalTime.LastDay(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The form that dismisses a warning; those that say the same share one.</summary>
    internal string DismissFormOf(FindingView found) =>
        string.Create(
            CultureInfo.InvariantCulture, $"dismiss-{View.Findings.TakeWhile(other => other.Finding.Key != found.Finding.Key).Count()}");

    /// <summary>Whether the reader asked to write although others have to read first.</summary>
    internal bool AsksToWrite { get; init; }

    /// <summary>Whether the segments stand in fields: what waits for review or is approved is read first.</summary>
    internal bool Writes =>
        MayWork && !IsKeptOut
            && (AsksToWrite || TypedWords.Segments is not null
            || View.Translation.State is TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned);

    /// <summary>
    /// Whether what is written may be stored without a tap: not where that would take back an approval or a request for review.
    /// </summary>
    internal bool StoresByItself =>
        View.Translation.State is TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned;

    internal DateTimeOffset Now { get; init; }

    /// <summary>What approving it sets off; null where it does not wait for that.</summary>
    internal ForeseenApproval? Approval { get; init; }

    /// <summary>Whether there is something to fill in before writing.</summary>
    internal bool MayFill => Writes && TypedWords.Segments is null && View.Segments.Any(segment => segment.Segment.Target is null);

    /// <summary>What has to be said of a conversion between spellings; null where nothing is converted here or can be.</summary>
    internal string? ConversionWarning =>
        (MayFill && View.Conversion.From is not null) || View.Segments.Any(segment => segment.Segment.Mark is SegmentMark.Converted)
            ? View.Conversion.Spelling.HandIn is { } handIn
                ? $"{Texts.ConversionOwnTable} {LocalTime.Text(handIn.At)}"
                : Texts.ConversionDraftTable
            : null;

    /// <summary>The segments in the order in which they are worked at: those that somebody has still to write come first.</summary>
    internal IEnumerable<SegmentView> Open => Writes ? View.Segments.Where(segment => segment.Segment.IsOpen) : View.Segments;

    /// <summary>
    /// The same in the groups that are unfolded together. What is read before it is approved is not folded: nobody should approve what
    /// was not seen. Nor is what somebody typed, or what has to be looked at.
    /// </summary>
    internal IEnumerable<SegmentGroup> OpenGroups
    {
        get
        {
            var open = Open.ToList();
            return open.Chunk(Writes ? SegmentGroup.Size : int.MaxValue).Select((segments, at) => new SegmentGroup(segments)
            {
                IsOnly = segments.Length == open.Count,
                IsUnfolded = at == 0 || segments.Any(segment =>
                    segment.Findings.Length > 0 || TypedWords.Segments?.ContainsKey(segment.Place) == true),
            });
        }
    }

    /// <summary>
    /// Whether a term's note stands with this segment: with the first that holds it, since a note that a whole table shares says nothing
    /// new the second time.
    /// </summary>
    internal bool ShowsNote(SegmentView at, string note) =>
        Open.Concat(Finished).First(segment =>
            segment.Terms.Any(match => match.Terms.Any(term => term.Note == note))).Place == at.Place;

    /// <summary>Those that are finished, where others are not.</summary>
    internal IReadOnlyList<SegmentView> Finished => Writes ? [.. View.Segments.Where(segment => !segment.Segment.IsOpen)] : [];

    /// <summary>Whether these are looked at too: nothing else is there, or something about them has to be seen.</summary>
    internal bool ShowsFinished =>
        Finished.Count == View.Segments.Length
        || Finished.Any(segment => IsTypedOver(segment) || segment.Findings.Any(found => found.Dismissal is null));

    /// <summary>How many errors nobody dismissed: with one, nobody can ask for review or approve.</summary>
    internal int Errors => View.Findings.Count(found => found.Finding.IsError && found.Dismissal is null);

    /// <summary>What was found in single segments, and in which: the errors, then the warnings.</summary>
    internal IEnumerable<IGrouping<bool, (SegmentView Segment, FindingView Found)>> Placed =>
        from segment in View.Segments
        from found in segment.Findings
        where found.Dismissal is null
        group (segment, found) by found.Finding.IsError into alike
        orderby alike.Key descending
        select alike;

    /// <summary>What stands in a segment's field.</summary>
    internal string FieldOf(SegmentView segment) => TypedWords.Segments?.GetValueOrDefault(segment.Place) ?? segment.Segment.Target ?? "";

    /// <summary>Whether other words are stored for a segment than those typed.</summary>
    internal bool IsTypedOver(SegmentView segment) =>
        segment.Segment.Target is { } stored && TypedWords.Segments?.GetValueOrDefault(segment.Place) is { } typed
            && typed.ReplaceLineEndings("\n") != stored;

    internal string ETag => View.Row.ETag.ToString("H");

    /// <summary>What stands in the form.</summary>
    internal VersionText InForm => Typed ?? View.Translation.Text;

    /// <summary>
    /// The words of the original's pictures, each with what stands in its field; null where the translation has more lines than they are.
    /// </summary>
    internal IReadOnlyList<(string Original, string Translated)>? PictureLines
    {
        get
        {
            var original = (View.Source.Text.Pictures ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var translated = (InForm.Pictures ?? "").TrimEnd('\n').Split('\n');
            return translated.Length > original.Length
                ? null
                : [.. original.Select((line, at) => (line, translated.ElementAtOrDefault(at) ?? ""))];
        }
    }

    /// <summary>Whether somebody else's words are stored in place of those typed.</summary>
    internal bool ShowsBoth =>
        Typed is not null && !TranslatedText.AreSame(Typed, View.Translation.Text) && !View.Translation.Text.IsEmpty;

    internal bool MayWork => View.Refusal is null && View.Translation.State is not (TranslationState.Outdated or TranslationState.Dropped);

    /// <summary>The keyboard on the screen for its language; null where any phone writes it, or nothing is to be written.</summary>
    internal Keyboard? Keyboard => MayWork && !IsKeptOut ? KnownKeyboards.Find(View.Translation.Id.Language) : null;

    internal bool IsEditor => Frame.Person is { } person && View.Translation.Editors.Contains(person.Id);
}
