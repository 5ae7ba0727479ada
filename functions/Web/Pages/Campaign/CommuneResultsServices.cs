using Dissemination.Reach.Meetings;
using Dissemination.Reports.Campaign;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>What the page of a commune's results needs.</summary>
internal sealed record CommuneResultsServices(
    CampaignQuery Query, HttpContext Context, [FromServices] CampaignReader Campaign, [FromServices] MeetingSummaryReader Meetings);
