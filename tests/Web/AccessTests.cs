using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Dissemination.Tests.Web;

/// <summary>Who may ask for what: the table of docs/access.md, walked.</summary>
public sealed class AccessTests(Site site) : IClassFixture<Site>
{
    /// <summary>The columns of the table, and who stands for each.</summary>
    internal static readonly (string Column, string? Person)[] Readers =
    [
        ("ai cũng được / anybody", null),
        ("cán bộ tỉnh / staff", Site.Staff),
        ("người duyệt / approver", Site.Approver),
        ("lãnh đạo / leader", Site.Leader),
        ("cán bộ xã ấy / that commune", Site.Communicator),
        ("cán bộ xã khác / another commune", "muong-ang-1"),
    ];

    /// <summary>The table as it stands lies in <c>artifacts/access.md</c> afterwards: to be read, and then taken over.</summary>
    [Fact]
    public async Task Every_page_and_endpoint_is_open_to_those_whom_the_table_names_and_to_nobody_else()
    {
        var addresses = await AccessAddresses.OfAsync(site);
        StringBuilder table = new();
        table.AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", Readers.Select(reader => reader.Column))} |");
        table.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Readers.Select(_ => "---|"))}");
        foreach (var (method, pattern) in Ways())
        {
            List<string> cells = [];
            foreach (var (_, person) in Readers)
            {
                cells.Add(await IsOpenAsync(method, addresses.Of(pattern), person) ? "✓" : "–");
            }

            table.AppendLine(CultureInfo.InvariantCulture, $"| {method} `{pattern}` | {string.Join(" | ", cells)} |");
        }

        var text = await File.ReadAllTextAsync(AccessRow.Page, TestContext.Current.CancellationToken);
        var told = text[text.IndexOf("| | ", StringComparison.Ordinal)..];
        await File.WriteAllTextAsync(
            Path.Combine(RepositoryFiles.Root, "artifacts", "access.md"), table.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(told.ReplaceLineEndings("\n").Trim(), table.ToString().ReplaceLineEndings("\n").Trim());
    }

    /// <summary>Every way in but those of the host and of files that come with the pages.</summary>
    private IEnumerable<(string Method, string Pattern)> Ways() =>
        site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Where(method => method is not ("HEAD" or "OPTIONS"))
                .Select(method => (method, Pattern: Normal(endpoint.RoutePattern.RawText ?? ""))))
            .Where(way => !way.Pattern.Contains("{*asset", StringComparison.Ordinal))
            .Distinct()
            .OrderBy(way => way.Pattern, StringComparer.Ordinal).ThenBy(way => way.method, StringComparer.Ordinal);

    private static string Normal(string pattern) => $"/{pattern.Trim('/')}";

    /// <summary>
    /// Whether the person gets past the door. What is asked for behind it may be wrong: no form that changes something is a right one here.
    /// </summary>
    private async Task<bool> IsOpenAsync(string method, string address, string? person)
    {
        using var visitor = site.Visit(person);
        using var request = new HttpRequestMessage(new(method), address);
        if (person is not null)
        {
            request.Headers.Add("X-Acting-Person", person);
        }

        using var response = await visitor.SendAsync(request);
        Assert.True((int)response.StatusCode < 500, $"{method} {address} as {person}: {response.StatusCode}");
        return response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            && response.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) != true;
    }
}
