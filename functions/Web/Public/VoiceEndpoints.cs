using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Recordings;

namespace Dissemination.Web.Public;

/// <summary>Approved voices, as players of podcasts and pages ask for them.</summary>
internal static class VoiceEndpoints
{
    /// <summary>Its bytes never change, but it may be taken back.</summary>
    private const string Holds = "public, max-age=600";

    public static void MapVoices(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/voices/{version}/{name}", ReadMethods.All, HearAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A voice is public as long as the words are which it says.</summary>
    private static async Task<IResult> HearAsync(
        TextId version,
        string name,
        HttpContext context,
        [AsParameters] VoiceServices services,
        CancellationToken cancellationToken)
    {
        var file = $"{version}/{name}";
        if ((await services.Recordings.FindAsync(version, cancellationToken))?.Value.Voice is not { } voice || voice.File != file
            || await services.Versions.FindAsync(version.Item, version.Language, version.Commune, cancellationToken) is not { } read
            || !voice.Says(read.Text)
            || await services.Files.OpenAsync(file, cancellationToken) is not { } found)
        {
            context.Response.Headers.CacheControl = "no-store";
            return ProblemAnswers.Of(new(nameof(ProblemTexts.RecordingNotFound)));
        }

        context.Response.Headers.CacheControl = Holds;
        return SoundAnswers.Of(found.Content, found.Properties);
    }
}
