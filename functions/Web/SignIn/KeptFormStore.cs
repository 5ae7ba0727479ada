using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Keeps the forms that a sign-in came between, sealed, a blob each in <c>state</c>, for half an hour. Whoever keeps one takes away those
/// whose time is over.
/// </summary>
internal sealed class KeptFormStore(Store store, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Folder = "kept-forms/";

    /// <summary>The page of a translation is the largest form.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>So many of a person at once: a cookie of a session that ended shall not fill the storage.</summary>
    private const int MostOfOne = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _seal = protection.CreateProtector("kept-form");

    private BlobContainerClient Container => store.Container(Containers.State);

    /// <summary>Keeps the form of a request. Two transactions, and one for each whose time is over.</summary>
    /// <returns>Its id; null where there is no form, or one with files, or where many of the person are kept already.</returns>
    public async Task<string?> KeepAsync(HttpContext context, PersonId person)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || request.ContentLength is not <= MostBytes
            || LocalPath.Of(request.PathBase + request.Path + request.QueryString) is not { } action)
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        ImmutableArray<string> fields =
            [.. form.SelectMany(field => field.Value.SelectMany(value => (string[])[field.Key, value ?? ""]))];
        var json = ReadableJson.Write(
            new KeptForm(person, action, SignInAddress.BackOf(request), fields), SignInJson.Default.KeptForm);
        var of = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.Value)).AsSpan(0, 8));
        if (await SweepAsync(of, context.RequestAborted) >= MostOfOne)
        {
            return null;
        }

        var until = time.GetUtcNow() + Kept;
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}-{of}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        await Container.GetBlobClient(Folder + id).UploadAsync(new BinaryData(_seal.Protect(json.ToArray())), context.RequestAborted);
        return id;
    }

    /// <summary>A form of this person; null where there is none any more. One transaction.</summary>
    public async Task<KeptForm?> FindAsync(string id, PersonId person, CancellationToken cancellationToken)
    {
        if (!Slug.IsValid(id) || IsOver(id) || await Container.GetBlobClient(Folder + id).FindAsync(cancellationToken) is not { } blob)
        {
            return null;
        }

        try
        {
            var json = _seal.Unprotect(blob.Content.ToArray());
            return JsonSerializer.Deserialize(json, SignInJson.Default.KeptForm) is { } form && form.Person == person ? form : null;
        }
        catch (CryptographicException)
        {
            return null; // Sealed with a key that is no more.
        }
    }

    /// <summary>Takes away what is over.</summary>
    /// <returns>How many are left of one person.</returns>
    private async Task<int> SweepAsync(string of, CancellationToken cancellationToken)
    {
        var left = 0;
        await foreach (var blob in Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellationToken))
        {
            var id = blob.Name[Folder.Length..];
            if (IsOver(id))
            {
                await Container.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.None, conditions: null, cancellationToken);
            }
            else if (id.Split('-') is [_, var whose, _] && whose == of)
            {
                left++;
            }
        }

        return left;
    }

    /// <summary>An id begins with the second until which it is kept.</summary>
    private bool IsOver(string id) =>
        !long.TryParse(id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        || until <= time.GetUtcNow().ToUnixTimeSeconds();
}
