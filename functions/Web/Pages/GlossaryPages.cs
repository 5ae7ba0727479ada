using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>The glossaries: looked up by all who translate, kept by provincial staff.</summary>
internal static class GlossaryPages
{
    public static void MapGlossaryPages(this IEndpointRouteBuilder pages)
    {
        var glossary = pages.MapGroup(GlossaryQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator);
        glossary.MapGet(
            "/", (GlossaryQuery query, [AsParameters] GlossaryPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(query, [], typed: null, cancellationToken));
        glossary.MapGet("/{file}", FileAsync);
        var staff = glossary.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/", SaveAsync);
        staff.MapPost("/remove", RemoveAsync);
        staff.MapPost("/import", ImportAsync).WithMetadata(BodyLimit.ExchangeForm);
    }

    private static async Task<IResult> FileAsync(string file, GlossaryStore glossaries, CancellationToken cancellationToken) =>
        GlossaryFile.Find(file, "") is { } wanted
            ? wanted.Of((await glossaries.VersionAsync(wanted.Language, cancellationToken)).Glossary.Terms)
            : GlossaryFile.Unknown(file);

    /// <summary>Adds a term, or changes the one that the form names.</summary>
    private static async Task<IResult> SaveAsync(
        GlossaryQuery query,
        GlossaryTermForm form,
        GlossaryService service,
        [AsParameters] GlossaryPageServices page,
        CancellationToken cancellationToken)
    {
        var (term, by) = (form.TermIn(query.Language), page.Caller.Person);
        var saved = query.Refusal is { } wrong ? wrong
            : string.IsNullOrEmpty(form.Was) ? await service.AddAsync(term, by, cancellationToken)
            : await service.ChangeAsync(form.Was, term, by, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            saved.Problems,
            query.Address,
            DoneLabels.TermSaved,
            problems => page.ShowAsync(query, problems, new(form.Was, term), cancellationToken));
    }

    private static async Task<IResult> RemoveAsync(
        GlossaryQuery query,
        GlossaryTermForm form,
        GlossaryService service,
        [AsParameters] GlossaryPageServices page,
        CancellationToken cancellationToken)
    {
        var removed = query.Refusal is { } wrong
            ? wrong
            : await service.RemoveAsync(query.Language, form.Was ?? "", page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            removed.Problems,
            query.Address,
            DoneLabels.TermRemoved,
            problems => page.ShowAsync(query, problems, typed: null, cancellationToken));
    }

    private static async Task<IResult> ImportAsync(
        GlossaryQuery query,
        IFormFile? file,
        GlossaryImport import,
        [AsParameters] GlossaryPageServices page,
        CancellationToken cancellationToken)
    {
        var all = query with { Search = null, From = 0 };
        return await PageAnswers.DoneOrAgainAsync(
            await MergeAsync(all, file, import, page.Caller.Person.Id, cancellationToken),
            all.Address,
            DoneLabels.GlossaryTaken,
            problems => page.ShowAsync(all, problems, typed: null, cancellationToken));
    }

    private static async Task<IReadOnlyList<Problem>> MergeAsync(
        GlossaryQuery query, IFormFile? file, GlossaryImport import, PersonId by, CancellationToken cancellationToken)
    {
        if (query.Refusal is { } wrong)
        {
            return [wrong];
        }

        if (file is null)
        {
            return [new(nameof(ProblemTexts.NoFileChosen))];
        }

        var bytes = await UploadedFile.ReadAsync(file, cancellationToken);
        return (await import.MergeAsync(query.Language, file.FileName, bytes, by, cancellationToken)).Problems;
    }
}
