using Dissemination.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>Who asks what became of a file that was dropped past the program, and what tells.</summary>
internal sealed record ReplacedHandInServices(
    HttpContext Context,
    [FromServices] ReplacedHandIns HandIns);
