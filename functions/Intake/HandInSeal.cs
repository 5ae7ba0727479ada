using System.Security.Cryptography;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Intake;

/// <summary>
/// Proves who handed a file in: metadata of its blob that only this program can write, about this person, this file and these bytes. A
/// name that whoever drops a file writes beside it proves nothing. No transactions; the keys are those that protect forms.
/// </summary>
internal sealed class HandInSeal(IDataProtectionProvider protection)
{
    /// <summary>The name of the metadata.</summary>
    private const string Metadata = "handedin";

    private readonly IDataProtector _protector = protection.CreateProtector("hand-in");

    /// <summary>The metadata of a blob that a person hands in.</summary>
    public Dictionary<string, string> Of(string container, string path, ReadOnlySpan<byte> content, PersonId by) =>
        new(StringComparer.Ordinal) { [Metadata] = _protector.Protect($"{by}\n{SubjectOf(container, path, content)}") };

    /// <summary>Who handed a blob in; null where nothing proves it.</summary>
    public PersonId? Read(IDictionary<string, string> metadata, string container, string path, ReadOnlySpan<byte> content)
    {
        // Names of metadata are compared without case.
        if (metadata.FirstOrDefault(entry => entry.Key.Equals(Metadata, StringComparison.OrdinalIgnoreCase)).Value is not { } seal)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(seal).Split('\n', 2) is [var by, var subject] && subject == SubjectOf(container, path, content)
                ? IStringId<PersonId>.Find(by)
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody made it up, or its key is gone.
            return null;
        }
    }

    private static string SubjectOf(string container, string path, ReadOnlySpan<byte> content) =>
        $"{container}/{path}\n{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
