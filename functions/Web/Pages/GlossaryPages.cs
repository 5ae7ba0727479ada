using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The glossaries: looked up by all who translate, kept by provincial staff.</summary>
internal static class GlossaryPages
{
    private const string Address = "/glossary";

    /// <summary>A form adds a little around its file.</summary>
    private const long MostBytes = ExchangeLimits.MostBytes + 65_536;

    public static void MapGlossaryPages(this IEndpointRouteBuilder pages)
    {
        var glossary = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrCommunicator);
        glossary.MapGet("/", (string? language, string? q, int? from, HttpContext context, GlossaryStore glossaries, DirectoryStore directories, CancellationToken cancellation) =>
            ShowAsync(new(LanguageChoice.Of(language), q, from ?? 0), context, glossaries, directories, [], typed: null, cancellation));
        glossary.MapGet("/{file}", FileAsync);
        var staff = glossary.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapPost("/", SaveAsync);
        staff.MapPost("/remove", RemoveAsync);
        staff.MapPost("/import", ImportAsync).WithMetadata(new BodyLimit(MostBytes));
    }

    private static async Task<IResult> ShowAsync(
        GlossaryQuery query, HttpContext context, GlossaryStore glossaries, DirectoryStore directories, IReadOnlyList<Problem> problems, TypedTerm? typed, CancellationToken cancellation)
    {
        var read = await glossaries.VersionAsync(query.Language, cancellation);
        return PageAnswers.Page<GlossaryPage, GlossaryModel>(
            new(PageFrame.Of(context, Texts.GlossaryTitle, query.Address) with { Problems = problems }, query, read.Glossary)
            {
                Typed = typed,
                Directory = await directories.CurrentAsync(cancellation),
            },
            PageAnswers.StatusOf(problems));
    }

    private static async Task<IResult> FileAsync(string file, GlossaryStore glossaries, CancellationToken cancellation) =>
        GlossaryFile.Find(file, "") is { } wanted
            ? wanted.Of((await glossaries.VersionAsync(wanted.Language, cancellation)).Glossary.Terms)
            : GlossaryFile.Unknown(file);

    /// <summary>Adds a term, or changes the one that the form names.</summary>
    private static async Task<IResult> SaveAsync(
        string? language,
        string? q,
        int? from,
        [FromForm] string? was,
        [FromForm] string? source,
        [FromForm] string? target,
        [FromForm] string? rule,
        [FromForm] string? note,
        HttpContext context,
        Acting acting,
        GlossaryDesk desk,
        GlossaryStore glossaries,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        var query = new GlossaryQuery(LanguageChoice.Of(language), q, from ?? 0);
        var term = TermRules.Normal(query.Language, source, target, Names.Find<TermRule>(rule ?? "") ?? TermRule.Preferred, note);
        var saved = LanguageChoice.Check(language) is { } wrong ? wrong
            : string.IsNullOrEmpty(was) ? await desk.AddAsync(term, acting.Person, cancellation) : await desk.ChangeAsync(was, term, acting.Person, cancellation);
        return saved.IsDone
            ? PageAnswers.Done(query.Address, DoneWords.TermSaved)
            : await ShowAsync(query, context, glossaries, directories, [saved.Problem], new(was, term), cancellation);
    }

    private static async Task<IResult> RemoveAsync(
        string? language,
        string? q,
        int? from,
        [FromForm] string? was,
        HttpContext context,
        Acting acting,
        GlossaryDesk desk,
        GlossaryStore glossaries,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        var query = new GlossaryQuery(LanguageChoice.Of(language), q, from ?? 0);
        var removed = LanguageChoice.Check(language) is { } wrong ? wrong : await desk.RemoveAsync(query.Language, was ?? "", acting.Person, cancellation);
        return removed.IsDone
            ? PageAnswers.Done(query.Address, DoneWords.TermRemoved)
            : await ShowAsync(query, context, glossaries, directories, [removed.Problem], typed: null, cancellation);
    }

    private static async Task<IResult> ImportAsync(
        IFormFile? file, string? language, HttpContext context, Acting acting, GlossaryImport import, GlossaryStore glossaries, DirectoryStore directories, CancellationToken cancellation)
    {
        var query = new GlossaryQuery(LanguageChoice.Of(language), Search: null, From: 0);
        if ((LanguageChoice.Check(language) ?? (file is null ? new(nameof(ProblemTexts.NoFileChosen)) : null)) is { } wrong)
        {
            return await ShowAsync(query, context, glossaries, directories, [wrong], typed: null, cancellation);
        }

        await using var stream = file!.OpenReadStream();
        var merged = await import.MergeAsync(query.Language, file.FileName, await UploadedFile.ReadAsync(stream, cancellation), acting.Person.Id, cancellation);
        return merged.IsValid
            ? PageAnswers.Done(query.Address, DoneWords.GlossaryTaken)
            : await ShowAsync(query, context, glossaries, directories, merged.Problems, typed: null, cancellation);
    }
}
