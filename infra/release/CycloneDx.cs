using System.Text.Json.Nodes;

namespace Dissemination.Release;

/// <summary>
/// The bill as CycloneDX 1.6 (ECMA-424). It holds neither a time nor a random number, so that the same package has the same bill.
/// </summary>
internal static class CycloneDx
{
    public static JsonObject Of(BillOfMaterials bill) => new()
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject
        {
            ["component"] = new JsonObject
            {
                ["type"] = "application",
                ["bom-ref"] = bill.Program.Name,
                ["name"] = bill.Program.Name,
                ["version"] = bill.Program.Version,
            },
        },
        ["components"] = Array(bill.Components.Select(ComponentOf)),
        ["dependencies"] = Array(
            bill.Components.Select(component => NeedsOf(component.Purl, component.Needs))
                .Prepend(NeedsOf(bill.Program.Name, bill.Components.Select(component => component.Purl)))),
    };

    private static JsonObject ComponentOf(Component component)
    {
        JsonObject written = new()
        {
            ["type"] = "library",
            ["bom-ref"] = component.Purl,
            ["name"] = component.Name,
            ["version"] = component.Version,
            ["purl"] = component.Purl,
        };
        Say(written, "authors", component.Authors is { } authors ? new JsonArray(new JsonObject { ["name"] = authors }) : null);
        Say(written, "copyright", component.Copyright is { } copyright ? JsonValue.Create(copyright) : null);
        Say(written, "licenses", component.Licence is { } licence ? new JsonArray(LicenceOf(licence)) : null);
        Say(
            written,
            "hashes",
            component.Sha512 is { } hash ? new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hash }) : null);
        Say(
            written,
            "properties",
            component.Files.IsEmpty
                ? null
                : Array(component.Files.Select(file => new JsonObject { ["name"] = "dissemination:file", ["value"] = file })));
        return written;
    }

    private static JsonObject LicenceOf(string licence) => licence switch
    {
        _ when licence.Contains(' ') => new() { ["expression"] = licence },
        _ when licence.StartsWith("LicenseRef-", StringComparison.Ordinal) =>
            new() { ["license"] = new JsonObject { ["name"] = licence["LicenseRef-".Length..] } },
        _ => new() { ["license"] = new JsonObject { ["id"] = licence } },
    };

    private static JsonObject NeedsOf(string of, IEnumerable<string> needs) =>
        new() { ["ref"] = of, ["dependsOn"] = Array(needs.Select(need => JsonValue.Create(need))) };

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    private static void Say(JsonObject written, string name, JsonNode? value)
    {
        if (value is not null)
        {
            written[name] = value;
        }
    }
}
