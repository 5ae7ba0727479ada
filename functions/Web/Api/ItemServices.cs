using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What every endpoint of an item needs.</summary>
internal sealed record ItemServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] ItemReader Items,
    [FromServices] TranslationService Translations);
