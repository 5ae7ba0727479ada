using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the approver's list needs.</summary>
internal sealed record ApprovalPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] ItemReader Items,
    [FromServices] ItemCommands Commands,
    [FromServices] ApprovalReader Approvals,
    [FromServices] DirectoryStore Directories);
