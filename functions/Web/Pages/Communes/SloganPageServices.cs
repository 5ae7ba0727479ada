using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the page of slogans needs.</summary>
internal sealed record SloganPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] SloganReader Slogans,
    [FromServices] TranslationService Translations,
    [FromServices] ItemReader Items,
    [FromServices] UndoCommands Undo);
