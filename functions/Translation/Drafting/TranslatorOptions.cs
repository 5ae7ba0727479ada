using System.ComponentModel.DataAnnotations;
using Dissemination.Channels;

namespace Dissemination.Translation.Drafting;

/// <summary>Settings under <c>Translator</c>. Without an endpoint there is no machine translation.</summary>
internal sealed class TranslatorOptions : IValidatableObject
{
    public const string Section = "Translator";

    /// <summary>
    /// The server that speaks Azure AI Translator 3.0, without a path: <c>https://api.cognitive.microsofttranslator.com</c>.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>May be a Key Vault reference of the Functions app.</summary>
    public string? Key { get; set; }

    /// <summary>The resource's region; a global resource has none.</summary>
    public string? Region { get; set; }

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The key, unless Azure could not resolve its reference and left it as it was written.</summary>
    public string? Secret => Key?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) == true ? null : Key;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The key travels in a header: only this machine may get it in the clear.
        if (IsConfigured
            && (!ServerAddressAttribute.TryParse(Endpoint, out var address)
                || (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
                || string.IsNullOrWhiteSpace(Key)))
        {
            yield return new(
                $"{Section} needs an {nameof(Endpoint)} of https without a path (http on this machine alone) and a {nameof(Key)}; or nothing at all.");
        }
    }
}
