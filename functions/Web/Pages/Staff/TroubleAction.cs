using Dissemination.Deliveries;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What can be done about a trouble: the last part of its address, the command, and the word for having done it.</summary>
internal sealed record TroubleAction(string Name, DeliveryCommand Command, string Done);
