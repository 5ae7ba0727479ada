using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The first page.</summary>
public sealed class HomeModel : PageModel
{
    internal HomeModel(PageFrame frame, PersonId? person)
        : base(frame) => Person = person;

    /// <summary>Who says to be reading; the directory was not asked.</summary>
    internal PersonId? Person { get; }
}
