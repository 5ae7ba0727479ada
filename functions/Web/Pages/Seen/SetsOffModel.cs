using Dissemination.Deliveries.Foresight;

namespace Dissemination.Web.Pages.Seen;

/// <summary>What a button sets off, above it. Public because the classes made from templates are.</summary>
public sealed class SetsOffModel
{
    internal SetsOffModel(ForeseenApproval foreseen) => Foreseen = foreseen;

    internal ForeseenApproval Foreseen { get; }
}
