using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Translation.Exchange;

/// <summary>One language version in a document.</summary>
internal sealed record ExchangeFile(VersionId Version, ImmutableArray<ExchangeUnit> Units);
