using Dissemination.Deliveries;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What a list of deliveries needs.</summary>
internal sealed record DeliveryListServices(
    CurrentPerson Caller, [FromServices] DeliveryPages Deliveries, [FromServices] TroubleReader Troubles);
