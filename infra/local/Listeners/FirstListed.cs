using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Local.Listeners;

/// <summary>
/// Tells the SDK's blob listener that a version of a blob changed when it is listed first. The listener takes what changed after all that
/// it saw before, and storage tells that in whole seconds: what is written in the second in which a listing was made would never be taken.
/// It stands in the listeners' own requests, for nobody else.
/// </summary>
internal sealed class FirstListed : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, Container> _containers = new(StringComparer.Ordinal);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        var uri = message.Request.Uri;
        if (uri.Query.Contains("comp=list", StringComparison.Ordinal)
            && uri.Query.Contains("restype=container", StringComparison.Ordinal)
            && message.Response is { Status: StatusCodes.Status200OK, ContentStream: { } content })
        {
            var listing = XDocument.Load(content);
            _containers.GetOrAdd(uri.Path, static _ => new()).Date(listing.Descendants("Blob"));
            MemoryStream dated = new();
            listing.Save(dated);
            dated.Position = 0;
            message.Response.ContentStream = dated;
        }
    }

    /// <summary>What was listed of one container.</summary>
    private sealed class Container
    {
        private readonly Dictionary<string, DateTimeOffset> _listed = new(StringComparer.Ordinal);
        private DateTimeOffset _last;

        public void Date(IEnumerable<XElement> blobs)
        {
            lock (_listed)
            {
                var now = _last.AddSeconds(1);
                foreach (var properties in blobs.Select(blob => blob.Element("Properties")!))
                {
                    var (version, changed) = (properties.Element("Etag")!.Value, properties.Element("Last-Modified")!);
                    if (!_listed.TryGetValue(version, out var at))
                    {
                        var told = DateTimeOffset.Parse(changed.Value, CultureInfo.InvariantCulture);
                        _listed[version] = at = told > now ? told : now;
                        _last = at > _last ? at : _last;
                    }

                    changed.Value = at.ToString("R", CultureInfo.InvariantCulture);
                }
            }
        }
    }
}
