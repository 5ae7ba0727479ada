using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What every endpoint of a translation needs: to do something with it, and to answer with it as it is then.</summary>
internal sealed record TranslationServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] TranslationService Translations,
    [FromServices] TextChecker Checker,
    [FromServices] ItemReader Items)
{
    public Person By => Caller.Person;
}
