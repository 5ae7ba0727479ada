using System.Collections.Immutable;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the checks find in a translation, and what people said of it.</summary>
internal sealed record Remarks(ImmutableArray<FindingView> Findings, ImmutableArray<Comment> Comments);
