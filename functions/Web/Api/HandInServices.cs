using Dissemination.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>A file that is handed in by a program, and who takes it.</summary>
internal sealed record HandInServices(
    HttpContext Context,
    [FromServices] HandInService Service);
