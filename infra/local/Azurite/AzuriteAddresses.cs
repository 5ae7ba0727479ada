namespace Dissemination.Local.Azurite;

/// <summary>Where Azurite's services listen.</summary>
internal sealed record AzuriteAddresses(string Blob, string Queue, string Table)
{
    private const string Account = "devstoreaccount1";

    /// <summary>The account key that every emulator has, printed in Azurite's own documentation: no secret.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ToConnectionString() =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Blob}/{Account};QueueEndpoint={Queue}/{Account};TableEndpoint={Table}/{Account};";
}
