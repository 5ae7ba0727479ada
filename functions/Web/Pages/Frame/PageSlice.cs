namespace Dissemination.Web.Pages.Frame;

/// <summary>A page inside the frame.</summary>
public abstract class PageSlice<TModel> : RazorSlice<TModel>, IUsesLayout<PageLayout, PageFrame>
    where TModel : PageModel
{
    /// <inheritdoc/>
    public PageFrame LayoutModel => Model.Frame;
}
