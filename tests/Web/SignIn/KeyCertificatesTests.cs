using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>The keys of sessions and forms, as they lie in storage and as copies of the program share them.</summary>
public sealed class KeyCertificatesTests : Rooms
{
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        [KeyCertificates.Setting] = Certificate("first"),
    };

    [Fact]
    public async Task Keys_lie_sealed_in_storage_and_copies_with_the_certificate_share_them()
    {
        var sealedText = Get<IDataProtectionProvider>().CreateProtector("test").Protect("phiên");
        Assert.Equal("phiên", await UnprotectAsync(sealedText));
        var container = Store.Container(Containers.State);
        List<string> keys = [];
        var cancellation = TestContext.Current.CancellationToken;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "keys/", cancellation))
        {
            keys.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content.ToString());
        }

        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        });

        var first = _settings[KeyCertificates.Setting];
        _settings[KeyCertificates.Setting] = Certificate("second");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => UnprotectAsync(sealedText));
        _settings[KeyCertificates.Former] = first;
        Assert.Equal("phiên", await UnprotectAsync(sealedText));
    }

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/secrets/data-protection)")]
    [InlineData("bm90IGEgY2VydGlmaWNhdGU=")]
    public void What_is_no_certificate_keeps_the_program_from_starting(string text)
    {
        _settings[KeyCertificates.Setting] = text;
        Assert.Contains(KeyCertificates.Setting, Assert.Throws<InvalidOperationException>(Build).Message, StringComparison.Ordinal);
    }

    /// <summary>As another copy of the program does, with the settings as they are now.</summary>
    private async Task<string> UnprotectAsync(string text)
    {
        await using var program = Build();
        return program.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(text);
    }

    private static string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }

    private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(_settings);
}
