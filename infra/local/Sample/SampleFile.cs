namespace Dissemination.Local.Sample;

/// <summary>A file of the sample and where it is handed in.</summary>
/// <param name="Path">Where it lies on disk.</param>
/// <param name="IsBroken">It is wrong on purpose and expected to be rejected.</param>
internal sealed record SampleFile(string Path, string Container, string Blob, bool IsBroken)
{
    public string ContentType => System.IO.Path.GetExtension(Blob).ToUpperInvariant() switch
    {
        ".CSV" => "text/csv; charset=utf-8",
        ".MD" => "text/markdown; charset=utf-8",
        ".YAML" => "application/yaml",
        ".TBX" => "application/xml",
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        _ => "application/octet-stream",
    };
}
