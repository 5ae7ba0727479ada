using Dissemination.Translation.Glossary;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What every endpoint of a glossary needs.</summary>
internal sealed record GlossaryServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] GlossaryStore Glossaries);
