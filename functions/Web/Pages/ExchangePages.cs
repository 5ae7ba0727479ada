using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Exchange;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Translations as files for a translator's own tool, and back.</summary>
internal static class ExchangePages
{
    public static void MapExchangePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/translations/{version}/xliff", ExchangeEndpoints.OneAsync).RequireAuthorization(Policies.StaffOrCommunicator);
        var inbox = pages.MapGroup("/inbox/xliff").RequireAuthorization(Policies.Communicator);
        inbox.MapGet("/", ExchangeEndpoints.QueueAsync);
        inbox.MapPost("/", TakeAsync).WithMetadata(BodyLimit.ExchangeForm);
    }

    private static async Task<IResult> TakeAsync(
        IFormFile? file,
        [FromForm] string? language,
        ExchangeService files,
        InboxHandler inbox,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (file is null || IStringId<LanguageTag>.Find(language) is not { } tag)
        {
            return await inbox.ShowAsync(InboxQuery.All, context, [new(nameof(ProblemTexts.NoFileChosen))], cancellationToken);
        }

        var bytes = await UploadedFile.ReadAsync(file, cancellationToken);
        var taken = await files.ReadAsync(tag, file.FileName, bytes, CurrentPerson.Of(context).Person, cancellationToken);
        ExchangeEndpoints.Note(context, taken);
        return await PageAnswers.DoneOrAgainAsync(
            taken.IsValid ? [.. taken.Value.SelectMany(one => one.Problems)] : taken.Problems,
            "/inbox",
            DoneLabels.XliffTaken,
            problems => inbox.ShowAsync(InboxQuery.All, context, problems, cancellationToken));
    }
}
