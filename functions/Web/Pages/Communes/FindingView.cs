using Dissemination.Translation;
using Dissemination.Translation.Checks;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A finding with who dismissed it, if somebody did.</summary>
internal sealed record FindingView(Finding Finding, Dismissal? Dismissal);
