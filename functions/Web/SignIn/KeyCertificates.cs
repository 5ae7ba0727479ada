using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Web.SignIn;

/// <summary>
/// The certificate that the keys of sessions and forms are sealed with where they lie: whoever reads the storage account reads no key. It
/// comes by a setting, which in the cloud refers to the key vault.
/// </summary>
internal static class KeyCertificates
{
    /// <summary>A PKCS#12 file without a password, in base64: as a key vault tells a certificate's secret.</summary>
    public const string Setting = "SignIn:KeyCertificate";

    /// <summary>The one before, while keys are still sealed with it.</summary>
    public const string Former = "SignIn:FormerKeyCertificate";

    /// <exception cref="InvalidOperationException">A setting holds no certificate with its private key.</exception>
    public static void SealKeys(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (Find(configuration, Setting) is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate);
        }

        if (Find(configuration, Former) is { } former)
        {
            keys.UnprotectKeysWithAnyCertificate(former);
        }
    }

    private static X509Certificate2? Find(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(text), password: null);
            return certificate.HasPrivateKey
                ? certificate
                : throw new InvalidOperationException($"The setting {setting} holds a certificate without its private key.");
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new InvalidOperationException($"The setting {setting} holds no PKCS#12 certificate in base64.", e);
        }
    }
}
