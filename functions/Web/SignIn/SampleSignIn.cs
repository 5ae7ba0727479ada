namespace Dissemination.Web.SignIn;

/// <summary>
/// The sign-in of one machine, where everybody may be anybody. A setting switches it on, and the program does not start with that
/// setting where anything of Azure's is there: a copied setting must not open a real office.
/// </summary>
internal static class SampleSignIn
{
    public const string Setting = "SignIn:Sample";

    private const string Storage = "AzureWebJobsStorage";

    /// <summary>What Azure sets for a function app, a container app or a managed identity, and what only a real deployment has.</summary>
    private static readonly string[] OfAzure =
    [
        "WEBSITE_SITE_NAME",
        "WEBSITE_INSTANCE_ID",
        "CONTAINER_APP_NAME",
        "IDENTITY_ENDPOINT",
        "MSI_ENDPOINT",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
    ];

    public static bool IsWanted(IConfiguration configuration) => configuration.GetValue<bool>(Setting);

    /// <summary>What of Azure's is there, in the settings or in the environment that they come from; null where nothing is.</summary>
    public static string? FindAzure(IConfiguration configuration)
    {
        var storage = configuration.GetSection(Storage);
        return Array.Find(OfAzure, name => !string.IsNullOrEmpty(configuration[name]))
            ?? storage.GetChildren().Select(setting => $"{Storage}__{setting.Key}").FirstOrDefault()
            ?? (IsOfThisMachine(storage.Value) ? null : Storage);
    }

    /// <summary>Whether a connection string leads to this machine alone.</summary>
    private static bool IsOfThisMachine(string? connectionString)
    {
        var parts = (connectionString ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var only] && only.Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string[] endpoints =
            [.. parts.Where(part => part.Contains("Endpoint=", StringComparison.OrdinalIgnoreCase))
                .Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])];
        return endpoints.Length > 0
            && Array.TrueForAll(endpoints, address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback)
            && !Array.Exists(parts, part => part.StartsWith("EndpointSuffix=", StringComparison.OrdinalIgnoreCase));
    }
}
