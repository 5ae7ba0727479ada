using Dissemination.Reports.Periods;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Readers;

/// <summary>What a correction of a report needs.</summary>
internal sealed record PeriodCorrectionServices(
    HttpContext Context, CurrentPerson Caller, [FromServices] PeriodReports Reports, [FromServices] PeriodStore Store);
