using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dissemination.Release;

/// <summary>What is handed over with a package: the bill, the list of licences, and the texts that the packages hold themselves.</summary>
internal static class ReleaseFiles
{
    public const string Bill = "sbom.cdx.json";
    public const string Licences = "licences.csv";

    /// <summary>A copyright is read by people, and is no part of a page.</summary>
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(BillOfMaterials bill, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Bill), CycloneDx.Of(bill).ToJsonString(Readable) + "\n");
        StringBuilder list = new("package,version,licence,copyright,texts\n");
        foreach (var component in bill.Components)
        {
            list.AppendJoin(
                ',',
                new[]
                {
                    component.Name,
                    component.Version,
                    component.Licence ?? "",
                    component.Copyright ?? component.Authors ?? "",
                    string.Join(' ', component.Notices.Select(notice => TextOf(component, notice))),
                }.Select(Cell)).Append('\n');
            foreach (var notice in component.Notices)
            {
                var copy = Path.Combine(folder, TextOf(component, notice));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(notice, copy, overwrite: true);
            }
        }

        File.WriteAllText(Path.Combine(folder, Licences), list.ToString());
    }

    private static string TextOf(Component component, string notice) =>
        $"texts/{component.Name}.{component.Version}/{Path.GetFileName(notice)}";

    private static string Cell(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.IndexOfAny([',', '"']) < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
