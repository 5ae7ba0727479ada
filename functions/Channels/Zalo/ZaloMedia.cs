using System.Collections.Immutable;

namespace Dissemination.Channels.Zalo;

internal sealed record ZaloMedia(ImmutableArray<ZaloMediaElement> Elements, string TemplateType = "media");
