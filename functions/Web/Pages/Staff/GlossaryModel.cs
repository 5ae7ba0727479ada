using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A page of a glossary.</summary>
public sealed class GlossaryModel : PageModel
{
    private const int PageSize = 50;

    internal GlossaryModel(PageFrame frame, GlossaryQuery query, StoredGlossary glossary)
        : base(frame)
    {
        (Query, Glossary) = (query, glossary);
        Found =
            [.. glossary.Terms.Where(IsFound)
                .OrderBy(term => term.Source, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true))
                .ThenBy(term => term.Target, StringComparer.Ordinal)];
    }

    internal GlossaryQuery Query { get; }

    internal StoredGlossary Glossary { get; }

    /// <summary>All terms that were searched for, by their Vietnamese words.</summary>
    internal IReadOnlyList<GlossaryTerm> Found { get; }

    internal IEnumerable<GlossaryTerm> Shown => Found.Skip(Query.From).Take(PageSize);

    internal string? Next => Query.From + PageSize < Found.Count ? (Query.From + PageSize).ToString(CultureInfo.InvariantCulture) : null;

    internal TermInput? Typed { get; init; }

    /// <summary>
    /// What stands in the form for a new term. What was typed for a term that somebody else changed meanwhile stands there too, so that it
    /// is not lost.
    /// </summary>
    internal GlossaryTerm? InNewForm => Typed is { } typed && Shown.All(term => GlossaryEdits.TagOf(term) != typed.Was) ? typed.Term : null;

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    internal bool MayChange => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>Who changed it last, and when.</summary>
    internal string? LastChange => Glossary.Origin is { } origin
        ? $"{Texts.GlossaryLastChange} {PageLabels.OfWho(origin.Who, Directory)}, {LocalTime.Text(origin.At)}."
        : null;

    /// <summary>What stands in a term's form.</summary>
    internal GlossaryTerm InForm(GlossaryTerm term) => IsTyped(term) ? Typed!.Term : term;

    internal bool IsTyped(GlossaryTerm term) => Typed?.Was is { Length: > 0 } was && GlossaryEdits.TagOf(term) == was;

    internal bool IsSearch => !string.IsNullOrWhiteSpace(Query.Search);

    private bool IsFound(GlossaryTerm term) =>
        string.IsNullOrWhiteSpace(Query.Search)
        || new[] { term.Source, term.Target, term.Note ?? "" }.Any(
            text => TonePlacement.Unified(text)
                .Contains(TonePlacement.Unified(ComposedText.Of(Query.Search.Trim())), StringComparison.OrdinalIgnoreCase));
}
