using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the list of held posts needs.</summary>
internal sealed record HeldPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] WaitingReader Waiting,
    [FromServices] DirectoryStore Directories);
