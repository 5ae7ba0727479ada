using System.Xml.Linq;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dissemination.Web.SignIn;

/// <summary>
/// The keys that protect forms, a blob each in <c>state</c>: all copies of the program share them, and an open page still works
/// after a restart. Read at the first form and about once a day: one listing and a read a key.
/// </summary>
/// <param name="isSealed">Whether keys are sealed: then one that lies open, from before, counts no more.</param>
internal sealed class KeyBlobs(Store store, bool isSealed) : IXmlRepository
{
    private const string Folder = "keys/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var container = store.Container(Containers.State);
        return
        [
            .. container.GetBlobs(BlobTraits.None, BlobStates.None, Folder, CancellationToken.None)
                .Select(blob => container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToStream())
                .Select(XElement.Load)
                .Where(element => !isSealed || !element.Descendants().Any(part => part.Name.LocalName == "masterKey")),
        ];
    }

    public void StoreElement(XElement element, string friendlyName) =>
        store.Container(Containers.State).GetBlobClient($"{Folder}{friendlyName}.xml")
            .Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: true);
}
