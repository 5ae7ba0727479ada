using System.Collections.Immutable;
using Dissemination.Intake;
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
            .WithSummary(
                "The glossary of a language as CSV or TBX-Basic: blt-Tavt.csv, blt-Tavt.tbx, or the language alone and Accept. The ETag "
                + "names what was read.")
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv", GlossaryFile.Tbx);
        var staff = group.MapGroup("").RequireAuthorization(Policies.Staff).WithMetadata(new BodyLimit(ExchangeLimits.MostBytes));
        staff.MapPut("/", ReplaceAsync)
            .WithSummary(
                "Puts a file in place of the glossary that was read. A file with a mistake in it changes nothing. Needs If-Match.");
        staff.MapPost("/", MergeAsync)
            .WithSummary("Adds the terms of a file; where source and target are there already, rule and note are the file's.");
    }

    private static async Task<IResult> FindAsync(
        string file, [AsParameters] GlossaryServices services, CancellationToken cancellationToken)
    {
        if (GlossaryFile.Find(file, services.Context.Request.Headers.Accept.ToString()) is not { } wanted)
        {
            return GlossaryFile.Unknown(file);
        }

        var read = await services.Glossaries.VersionAsync(wanted.Language, cancellationToken);
        IfMatch.Tell(services.Context, read.ETag);
        services.Context.Response.Headers.Vary = "Accept";
        return wanted.Of(read.Glossary.Terms);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplaceAsync(
        string file,
        IfMatch read,
        GlossaryService service,
        [AsParameters] GlossaryServices services,
        CancellationToken cancellationToken)
    {
        if (GlossaryFile.Find(file, services.Context.Request.ContentType ?? "") is not { } sent)
        {
            return GlossaryFile.Unknown(file);
        }

        var body = await UploadedFile.ReadAsync(services.Context.Request.Body, cancellationToken);
        var terms = GlossaryReader.Read(sent.Name, body.Span, sent.Language);
        if (!terms.IsValid)
        {
            return ProblemAnswers.OfAll(terms.Problems);
        }

        var replaced = await service.ReplaceAsync(
            sent.Language, sent.Name, terms.Value, read.Version, services.Caller.Person, cancellationToken);
        return await AnswerAsync(replaced.Problems, sent, services, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MergeAsync(
        string file, GlossaryImport import, [AsParameters] GlossaryServices services, CancellationToken cancellationToken)
    {
        if (GlossaryFile.Find(file, services.Context.Request.ContentType ?? "") is not { } sent)
        {
            return GlossaryFile.Unknown(file);
        }

        var body = await UploadedFile.ReadAsync(services.Context.Request.Body, cancellationToken);
        var merged = await import.MergeAsync(sent.Language, sent.Name, body, services.Caller.Person.Id, cancellationToken);
        return await AnswerAsync(merged.Problems, sent, services, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(
        ImmutableArray<Problem> problems, GlossaryFile sent, GlossaryServices services, CancellationToken cancellationToken)
    {
        if (!problems.IsEmpty)
        {
            return ProblemAnswers.OfAll(problems);
        }

        IfMatch.Tell(services.Context, (await services.Glossaries.VersionAsync(sent.Language, cancellationToken)).ETag);
        return TypedResults.NoContent();
    }
}
