using Dissemination.Intake.Drafts;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What every endpoint of a draft needs.</summary>
internal sealed record DraftServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DraftStore Drafts,
    [FromServices] DraftService Service,
    [FromServices] SheetService Sheets);
