using Dissemination.Deliveries;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A hand task in the list. Public because the classes made from templates are.</summary>
public sealed class HandTaskRowModel
{
    internal HandTaskRowModel(HandTasksModel page, HandTaskSection section, WorklistEntry task) =>
        (Page, Section, Task) = (page, section, task);

    internal HandTasksModel Page { get; }

    internal HandTaskSection Section { get; }

    internal WorklistEntry Task { get; }

    internal string Id => Task.Delivery.ToString();

    /// <summary>What a button is about, for who hears it alone.</summary>
    internal string About => $"{Task.DestinationName}, {PageLabels.Of(Task.Delivery.Version.Language)}";

    internal bool IsLate => !Section.IsAllLate && Page.Board.IsLate(Task.Since);
}
