using System.Globalization;
using System.Net;
using System.Text.Json;

using Azure;
namespace Dissemination.Local.Sample;

/// <summary>Asks the program's own API what became of what was handed in.</summary>
internal sealed class HandInQuestion(HttpClient http, Uri site)
{
    /// <inheritdoc cref="AskHandIn"/>
    public async Task<HandInOutcome?> AskAsync(
        string container, string blob, DateTimeOffset lastModified, ETag etag, CancellationToken cancellationToken)
    {
        var query =
            $"etag={Uri.EscapeDataString(etag.ToString())}&at={Uri.EscapeDataString(lastModified.ToString("o", CultureInfo.InvariantCulture))}";
        using var response = await http.GetAsync(new Uri(site, $"api/hand-ins/of/{container}/{blob}?{query}"), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        using var answer = await JsonDocument.ParseAsync(
            await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return answer.RootElement.GetProperty("state").GetString() switch
        {
            "accepted" => new(IsAccepted: true, []),
            "rejected" or "proposed" =>
                new(IsAccepted: false, [
                    .. answer.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.ToString())]),
            _ => null,
        };
    }
}
