namespace Dissemination.Web.Pages.Communes;

/// <summary>A segment on the page of its translation.</summary>
public sealed class SegmentModel
{
    internal SegmentModel(TranslationModel page, SegmentView segment) => (Page, Segment) = (page, segment);

    internal TranslationModel Page { get; }

    internal SegmentView Segment { get; }

    /// <summary>The place of the open segment after this one; null where nobody writes, and where it is no open one, or the last.</summary>
    internal int? NextOpen => Page.Writes && Segment.Segment.IsOpen
        ? Page.View.Segments.Skip(Segment.Place + 1).FirstOrDefault(other => other.Segment.IsOpen)?.Place
        : null;
}
