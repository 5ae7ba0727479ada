using System.Security.Cryptography;
using System.Text.Json;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Web.SignIn;

/// <summary>
/// The account of somebody whom the directory does not know, sealed, so that the page that says so can name it and nobody can have it name
/// another.
/// </summary>
internal sealed class AccountNote(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("unknown-account");

    public string Write(Account account) =>
        Convert.ToHexString(_seal.Protect(ReadableJson.Write(account, SignInJson.Default.Account).ToArray()));

    /// <summary>Null where it is none of ours.</summary>
    public Account? Read(string? note)
    {
        try
        {
            return note is { Length: > 0 }
                ? JsonSerializer.Deserialize(_seal.Unprotect(Convert.FromHexString(note)), SignInJson.Default.Account)
                : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
