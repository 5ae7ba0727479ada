using Dissemination.Content;
using Dissemination.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What showing a card before it is posted needs.</summary>
internal sealed record ItemCardServices([FromServices] ItemReader Items, [FromServices] VersionReader Versions);
