using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation beside its source.</summary>
public sealed class TranslationModel : PageModel
{
    internal TranslationModel(PageFrame frame, TranslationSight sight)
        : base(frame) => Sight = sight;

    internal TranslationSight Sight { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal VersionText? Typed { get; init; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Reason { get; init; }

    internal string ETag => Sight.Row.ETag.ToString("H");

    /// <summary>What stands in the form.</summary>
    internal VersionText InForm => Typed ?? Sight.Translation.Text;

    /// <summary>Whether somebody else's words are stored in place of those typed.</summary>
    internal bool ShowsBoth => Typed is not null && Typed != Sight.Translation.Text && !Sight.Translation.Text.IsEmpty;

    internal bool MayWork => Sight.Refusal is null && Sight.Translation.State is not TranslationState.Outdated;

    internal bool IsEditor => Frame.Person is { } person && Sight.Translation.Editors.Contains(person.Id);

    /// <summary>Whether writing is what the page is opened for.</summary>
    internal bool OpensForm => Typed is not null || Sight.Translation.State is TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned;
}
