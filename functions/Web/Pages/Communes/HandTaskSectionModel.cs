namespace Dissemination.Web.Pages.Communes;

/// <summary>The hand tasks of one language version in the list. Public because the classes made from templates are.</summary>
public sealed class HandTaskSectionModel
{
    internal HandTaskSectionModel(HandTasksModel page, HandTaskSection section) => (Page, Section) = (page, section);

    internal HandTasksModel Page { get; }

    internal HandTaskSection Section { get; }
}
