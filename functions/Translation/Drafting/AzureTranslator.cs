using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Translation.Drafting;

/// <summary>Azure AI Translator 3.0. Each call is made once: it costs money, and a person can ask again.</summary>
internal sealed class AzureTranslator(IHttpClientFactory clients, IOptions<TranslatorOptions> options, TimeProvider time) : IDraftTranslator
{
    public const string Client = "translator";

    public const int MostTexts = 1_000;

    public const int MostCharacters = 50_000;

    /// <summary>Its number for a subscription whose characters of this month, or of its free tier, are used up.</summary>
    private const int OutOfQuota = 403001;

    /// <summary>Somebody waits for the page: what takes longer is done by hand, or asked for again.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(12);

    public bool Serves(LanguageTag to) => CodeOf(to) is not null;

    public async Task<Result<DraftTexts>> TranslateAsync(IReadOnlyList<string> texts, LanguageTag to, CancellationToken cancellationToken)
    {
        if (CodeOf(to) is not { } code)
        {
            return new Problem(nameof(ProblemTexts.TranslatorWithoutLanguage), null, to.Value);
        }

        if (texts.Any(text => text.Length > MostCharacters))
        {
            return new Problem(nameof(ProblemTexts.TranslatorTextTooLong), null, MostCharacters.ToString(CultureInfo.InvariantCulture));
        }

        if (options.Value.Secret is not { } key)
        {
            return new Problem(nameof(ProblemTexts.TranslatorRefused));
        }

        using var late = new CancellationTokenSource(MostWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var drafts = ImmutableArray.CreateBuilder<string>(texts.Count);
        foreach (var batch in TextBatches.Of(texts, MostTexts, MostCharacters))
        {
            var answer = await CallAsync(batch, code, key, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            if (!answer.IsDone)
            {
                return answer.Problem;
            }

            drafts.AddRange(answer.Value.Texts);
        }

        return new DraftTexts(drafts.ToImmutable());
    }

    /// <summary>Only the code that the language's own row names.</summary>
    private static string? CodeOf(LanguageTag to) => Languages.Find(to)?.MachineCode;

    private static Problem Failed(string why) => new(nameof(ProblemTexts.TranslatorFailed), null, why);

    private HttpRequestMessage Request(IReadOnlyList<string> texts, string code, string key)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(new Uri(options.Value.Endpoint!), $"translate?api-version=3.0&from=vi&to={Uri.EscapeDataString(code)}"));
        request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", key);
        if (!string.IsNullOrWhiteSpace(options.Value.Region))
        {
            request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Region", options.Value.Region);
        }

        request.Content = JsonContent.Create([.. texts.Select(text => new AzureText(text))], AzureTranslatorJson.Default.ListAzureText);
        return request;
    }

    private async Task<Result<DraftTexts>> CallAsync(
        IReadOnlyList<string> texts, string code, string key, CancellationToken cancellationToken)
    {
        using var request = Request(texts, code, key);
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK =>
                    Drafts(
                        await answer.Content.ReadFromJsonAsync(AzureTranslatorJson.Default.ListAzureAnswer, cancellationToken),
                        texts.Count),
                HttpStatusCode.Forbidden when await CodeOfAsync(answer, cancellationToken) is OutOfQuota =>
                    new Problem(nameof(ProblemTexts.TranslatorOutOfQuota)),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new Problem(nameof(ProblemTexts.TranslatorRefused)),
                HttpStatusCode.TooManyRequests =>
                    new Problem(nameof(ProblemTexts.TranslatorBusy), null, WaitOf(answer).ToString(CultureInfo.InvariantCulture)),
                var status => Failed(((int)status).ToString(CultureInfo.InvariantCulture)),
            };
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure.HttpRequestError.ToString());
        }
        catch (JsonException)
        {
            return Failed("JSON");
        }
        catch (OperationCanceledException)
        {
            // Whoever asked may be gone; that is told by the caller.
            return Failed("timeout");
        }
    }

    /// <returns>Null where the answer is not the service's own.</returns>
    private static async Task<int?> CodeOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return (await answer.Content.ReadFromJsonAsync(AzureTranslatorJson.Default.AzureError, cancellationToken))?.Error?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Result<DraftTexts> Drafts(List<AzureAnswer>? answers, int expected) =>
        answers?.Count == expected
            && answers.TrueForAll(
                answer => answer is { Translations: { IsDefault: false, Length: 1 } } && answer.Translations[0]?.Text is not null)
            ? new DraftTexts([.. answers.Select(answer => answer.Translations[0].Text)])
            : Failed("JSON");

    /// <summary>Seconds; a minute, the window of its limits, where the service names none.</summary>
    private int WaitOf(HttpResponseMessage answer)
    {
        var wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.FromMinutes(1),
        };
        return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
    }
}
