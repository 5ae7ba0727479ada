using Dissemination.Intake;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>A file that is handed in by a program, and who takes it.</summary>
internal sealed record HandInServices(
    HttpRequest Request,
    CurrentPerson Caller,
    [FromServices] HandInService Service);
