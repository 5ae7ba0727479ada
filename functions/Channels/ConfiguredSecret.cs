namespace Dissemination.Channels;

/// <summary>Secrets as configuration has them.</summary>
internal static class ConfiguredSecret
{
    /// <summary>
    /// The setting, unless it is no secret: Azure leaves a reference that it could not resolve in the setting as it was written.
    /// </summary>
    public static string? Of(string? setting) =>
        setting?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) == true ? null : setting;
}
