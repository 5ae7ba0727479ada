using System.Globalization;
using System.Security.Cryptography;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Intake;

/// <summary>
/// Proves who handed a file in: metadata of its blob that only this program can write, about this person, this file and these bytes. A
/// name that whoever drops a file writes beside it proves nothing, and an old file laid back with its old seal approves nothing. No
/// transactions; the keys are those that protect forms.
/// </summary>
internal sealed class HandInSeal(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The name of the metadata.</summary>
    private const string Metadata = "handedin";

    /// <summary>A file that is looked at later than this claims the approval that it would have given.</summary>
    private static readonly TimeSpan Approves = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("hand-in");

    /// <summary>The metadata of a blob that a person hands in.</summary>
    public Dictionary<string, string> Of(string container, string path, ReadOnlySpan<byte> content, HandedInBy by)
    {
        var until = by.MayApprove ? $" {Seconds(time.GetUtcNow() + Approves)}" : "";
        return new(StringComparer.Ordinal)
        {
            [Metadata] = _protector.Protect($"{by.Person}{until}\n{SubjectOf(container, path, content)}"),
        };
    }

    /// <summary>Who handed a blob in; null where nothing proves it.</summary>
    public HandedInBy? Read(IDictionary<string, string> metadata, string container, string path, ReadOnlySpan<byte> content)
    {
        // Names of metadata are compared without case.
        if (metadata.FirstOrDefault(entry => entry.Key.Equals(Metadata, StringComparison.OrdinalIgnoreCase)).Value is not { } seal)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(seal).Split('\n', 2) is [var by, var subject] && subject == SubjectOf(container, path, content)
                ? ByOf(by.Split(' ', 2))
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody made it up, or its key is gone.
            return null;
        }
    }

    private HandedInBy? ByOf(string[] words) =>
        IStringId<PersonId>.Find(words[0]) is { } person
            ? new(person, words is [_, var until] && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds())
            : null;

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string SubjectOf(string container, string path, ReadOnlySpan<byte> content) =>
        $"{container}/{path}\n{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
