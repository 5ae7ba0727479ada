using Microsoft.AspNetCore.Http.Metadata;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The most bytes that an endpoint takes.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
