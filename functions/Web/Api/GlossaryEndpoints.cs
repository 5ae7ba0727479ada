using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class GlossaryEndpoints
{
    public static void MapGlossary(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/glossary/{file}").RequireAuthorization(Policies.StaffOrCommunicator);
        group.MapGet("/", FindAsync)
            .WithSummary("The glossary of a language as CSV or TBX-Basic: blt-Tavt.csv, blt-Tavt.tbx, or the language alone and Accept. The ETag names what was read.")
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv", GlossaryFile.Tbx);
        var staff = group.MapGroup("").RequireAuthorization(Policies.Staff).WithMetadata(new BodyLimit(ExchangeLimits.MostBytes));
        staff.MapPut("/", ReplaceAsync).WithSummary("Puts a file in place of the glossary that was read. A file with a mistake in it changes nothing. Needs If-Match.");
        staff.MapPost("/", MergeAsync).WithSummary("Adds the terms of a file; where source and target are there already, rule and note are the file's.");
    }

    private static async Task<IResult> FindAsync(string file, HttpContext context, GlossaryStore glossaries, CancellationToken cancellation)
    {
        if (GlossaryFile.Find(file, context.Request.Headers.Accept.ToString()) is not { } wanted)
        {
            return GlossaryFile.Unknown(file);
        }

        var read = await glossaries.VersionAsync(wanted.Language, cancellation);
        Versions.Tell(context, read.ETag);
        context.Response.Headers.Vary = "Accept";
        return wanted.Of(read.Glossary.Terms);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplaceAsync(
        string file, Versions read, HttpContext context, Acting acting, GlossaryDesk desk, GlossaryStore glossaries, CancellationToken cancellation)
    {
        if (GlossaryFile.Find(file, context.Request.ContentType ?? "") is not { } sent)
        {
            return GlossaryFile.Unknown(file);
        }

        if (read.Read is not { } etag)
        {
            return ProblemAnswers.Of(Versions.Missing);
        }

        var replaced = await desk.ReplaceAsync(sent.Language, sent.Name, await UploadedFile.ReadAsync(context.Request.Body, cancellation), etag, acting.Person, cancellation);
        return await AnswerAsync(replaced.Problems, sent, context, glossaries, cancellation);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MergeAsync(
        string file, HttpContext context, Acting acting, GlossaryImport import, GlossaryStore glossaries, CancellationToken cancellation)
    {
        if (GlossaryFile.Find(file, context.Request.ContentType ?? "") is not { } sent)
        {
            return GlossaryFile.Unknown(file);
        }

        var merged = await import.MergeAsync(sent.Language, sent.Name, await UploadedFile.ReadAsync(context.Request.Body, cancellation), acting.Person.Id, cancellation);
        return await AnswerAsync(merged.Problems, sent, context, glossaries, cancellation);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(
        ImmutableArray<Problem> problems, GlossaryFile sent, HttpContext context, GlossaryStore glossaries, CancellationToken cancellation)
    {
        if (!problems.IsEmpty)
        {
            return ProblemAnswers.OfAll(problems);
        }

        Versions.Tell(context, (await glossaries.VersionAsync(sent.Language, cancellation)).ETag);
        return TypedResults.NoContent();
    }
}
