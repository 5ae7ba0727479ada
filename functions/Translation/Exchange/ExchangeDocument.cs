using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>What a translator takes to another tool: one language version, or all that waits for one language.</summary>
internal sealed record ExchangeDocument(LanguageTag Language, ImmutableArray<ExchangeFile> Files);
