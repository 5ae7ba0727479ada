using Dissemination.Channels;
using Dissemination.Directory;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Readers;

/// <summary>What the page of a commune's previews needs.</summary>
internal sealed record PreviewPageServices(
    HttpContext Context,
    [FromServices] Channels.Preview.PreviewReader Previews,
    [FromServices] ChannelRouting Routing,
    [FromServices] DirectoryStore Directories);
