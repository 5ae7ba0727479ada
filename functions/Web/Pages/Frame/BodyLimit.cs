using Dissemination.Translation.Exchange;
using Microsoft.AspNetCore.Http.Metadata;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The most bytes that an endpoint takes.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>For a form with a file of another tool: it adds a little around its file.</summary>
    public static BodyLimit ExchangeForm { get; } = new(ExchangeLimits.MostBytes + 65_536);
}
