namespace Dissemination.Web.Pages.Frame;

/// <summary>What a page shows. Public because the classes made from templates are; what it holds stays the program's own.</summary>
public abstract class PageModel
{
    private protected PageModel(PageFrame frame) => Frame = frame;

    internal PageFrame Frame { get; }
}
