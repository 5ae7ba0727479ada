using System.Collections.Frozen;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Microsoft.AspNetCore.Http.Metadata;

namespace Dissemination.Web;

/// <summary>
/// Ids, states and the version that a change names are read before an endpoint is called. Here is said, for pages and API alike, why that
/// could not be done: what a wrong id names is not there.
/// </summary>
internal static class UnreadAnswers
{
    /// <summary>By the type of a parameter, the problem with a text that it was to be read from; null where it could be.</summary>
    private static readonly FrozenDictionary<Type, Func<string, Problem?>> Checks = new Dictionary<Type, Func<string, Problem?>>
    {
        [typeof(ItemId)] = Id<ItemId>(nameof(ProblemTexts.UnknownItem)),
        [typeof(VersionId)] = Id<VersionId>(nameof(ProblemTexts.TranslationNotFound)),
        [typeof(TextId)] = Id<TextId>(nameof(ProblemTexts.TranslationNotFound)),
        [typeof(DeliveryId)] = Id<DeliveryId>(nameof(ProblemTexts.DeliveryNotFound)),
        [typeof(DestinationId)] = Id<DestinationId>(nameof(ProblemTexts.DestinationNotFound)),
        [typeof(HandInId)] = Id<HandInId>(nameof(ProblemTexts.HandInNotFound)),
        [typeof(ToldId)] = Id<ToldId>(nameof(ProblemTexts.MeetingNotFound)),
        [typeof(DraftId)] = Id<DraftId>(nameof(ProblemTexts.DraftNotFound)),
        [typeof(CommuneId)] = Id<CommuneId>(nameof(ProblemTexts.UnknownCommune)),
        [typeof(LanguageTag)] = text => LanguageCheck.Check(text),
        [typeof(Named<DeliveryState>)] = Name<DeliveryState>,
        [typeof(Named<HandInState>)] = Name<HandInState>,
        [typeof(Named<FailureClass>)] = Name<FailureClass>,
        [typeof(Named<ChannelKind>)] = Name<ChannelKind>,
    }.ToFrozenDictionary();

    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null }
            && await ProblemOfAsync(context) is { } problem)
        {
            await ProblemAnswers.Of(problem).ExecuteAsync(context);
        }
    }

    private static async Task<Problem?> ProblemOfAsync(HttpContext context)
    {
        var parameters = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        return parameters.Select(parameter => ProblemOf(parameter, context)).FirstOrDefault(problem => problem is not null)
            ?? (parameters.Any(parameter => parameter.ParameterInfo.ParameterType == typeof(IfMatch))
                && await IfMatch.ReadAsync(context) is null
                ? new(nameof(ProblemTexts.VersionNotNamed))
                : null);
    }

    private static Problem? ProblemOf(IParameterBindingMetadata parameter, HttpContext context)
    {
        var type = parameter.ParameterInfo.ParameterType;
        var text = context.Request.RouteValues[parameter.Name]?.ToString() ?? context.Request.Query[parameter.Name];
        if ((parameter.IsOptional && string.IsNullOrEmpty(text))
            || !Checks.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var check)
            || check(text ?? "") is not { } problem)
        {
            return null;
        }

        return context.GetEndpoint()!.Metadata.GetMetadata<UnreadAs>() is { Code: var code } ? new(code, null, text ?? "") : problem;
    }

    private static Func<string, Problem?> Id<T>(string code)
        where T : struct, IStringId<T> => text => IStringId<T>.Find(text) is null ? new(code, null, text) : null;

    private static Problem? Name<T>(string text)
        where T : struct, Enum =>
        EnumNames.Find<T>(text) is null
            ? new(nameof(ProblemTexts.UnknownState), null, text, string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of)))
            : null;
}
