namespace Dissemination.Web.Pages.Communes;

/// <summary>A finding on the page of its translation.</summary>
public sealed class FindingModel
{
    internal FindingModel(TranslationModel page, FindingView found) => (Page, Found) = (page, found);

    internal TranslationModel Page { get; }

    internal FindingView Found { get; }
}
