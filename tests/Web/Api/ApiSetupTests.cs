using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dissemination.Tests.Web.Api;

/// <summary>What the API says of itself.</summary>
public sealed partial class ApiSetupTests(MongSite site) : IClassFixture<MongSite>
{
    [Fact]
    public async Task What_stands_in_an_address_is_described_as_text_under_its_name()
    {
        using var program = site.Call("can-bo");
        var document = await program.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)))
            .ToList();

        Assert.True(operations.Count > 40);
        Assert.All(operations, operation => Assert.Equal(
            Names().Matches(operation.Name).Select(name => name.Groups["name"].Value),
            TextsInPath(operation.Value)));
    }

    private static IEnumerable<string?> TextsInPath(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "path"
                    && parameter.GetProperty("schema").GetProperty("type").GetString() == "string")
                .Select(parameter => parameter.GetProperty("name").GetString())
            : [];

    [GeneratedRegex("\\{\\**(?<name>[^}]+)\\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
