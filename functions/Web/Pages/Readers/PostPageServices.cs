using Dissemination.Deliveries;
using Dissemination.Publishing;
using Dissemination.Translation;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Readers;

/// <summary>What the page of a post needs.</summary>
internal sealed record PostPageServices(
    HttpContext Context,
    [FromServices] PublicVersionReader Versions,
    [FromServices] VersionReader Aloud,
    [FromServices] TranslationService Translations);
