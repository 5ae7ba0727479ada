using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>Problems as RFC 9457 problem details in the reader's language, with the stable code beside the words.</summary>
internal static class ProblemAnswers
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [nameof(ProblemTexts.NotSignedIn)] = StatusCodes.Status401Unauthorized,
        [nameof(ProblemTexts.TokenNotGood)] = StatusCodes.Status401Unauthorized,
        [nameof(ProblemTexts.TokenScopeMissing)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.OnlyForPeople)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.TokenNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.NotYourRole)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.NotACommunicator)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.NotYourLanguage)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.NotYourCommune)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.DirectoryNotYours)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.DirectorySecondPerson)] = StatusCodes.Status403Forbidden,
        [nameof(ProblemTexts.DirectoryRowGone)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.DirectoryRowWaits)] = StatusCodes.Status409Conflict,
        [nameof(ProblemTexts.TestTooSoon)] = StatusCodes.Status409Conflict,
        [nameof(ProblemTexts.DirectoryNothingProposed)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.UnknownItem)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.PhotographNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.RecordingNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.DraftNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.TranslationNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.DeliveryNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.DestinationNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.MemoryFileNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.HandInNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.AlertNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.ReportNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.LinkNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.UnknownFeed)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.AttendanceToldOtherwise)] = StatusCodes.Status409Conflict,
        [nameof(ProblemTexts.ChangedByOthers)] = StatusCodes.Status409Conflict,
        [nameof(ProblemTexts.MeetingNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.MeetingTwice)] = StatusCodes.Status409Conflict,
        [nameof(ProblemTexts.StorageAway)] = StatusCodes.Status503ServiceUnavailable,
        [nameof(ProblemTexts.LaneNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.ChangedMeanwhile)] = StatusCodes.Status412PreconditionFailed,
        [nameof(ProblemTexts.VersionNotNamed)] = StatusCodes.Status428PreconditionRequired,
        [nameof(ProblemTexts.UnknownState)] = StatusCodes.Status400BadRequest,
        [nameof(ProblemTexts.PostNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.CommuneNotFound)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.FormTooOld)] = StatusCodes.Status400BadRequest,
        [nameof(ProblemTexts.FormNotKept)] = StatusCodes.Status404NotFound,
        [nameof(ProblemTexts.BadPageToken)] = StatusCodes.Status400BadRequest,
        [nameof(ProblemTexts.TooManyRequests)] = StatusCodes.Status429TooManyRequests,
        [nameof(ProblemTexts.FileTooLarge)] = StatusCodes.Status413PayloadTooLarge,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Most problems say that what was sent cannot be done as things stand: 422.</summary>
    public static int StatusOf(Problem problem) => Statuses.GetValueOrDefault(problem.Code, StatusCodes.Status422UnprocessableEntity);

    public static ProblemHttpResult Of(Problem problem) => OfAll([problem]);

    public static ProblemHttpResult OfAll(ImmutableArray<Problem> problems) =>
        TypedResults.Problem(
            detail: string.Join('\n', problems.Select(problem => problem.TextWithPlace(CultureInfo.CurrentUICulture))),
            statusCode: StatusOf(problems[0]),
            extensions: [new("code", problems[0].Code)]);
}
