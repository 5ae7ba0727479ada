using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the lists that belong to an item need.</summary>
internal sealed record ItemListServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] ItemReader Items,
    [FromServices] DeliveryReader Deliveries,
    [FromServices] DirectoryStore Directories);
