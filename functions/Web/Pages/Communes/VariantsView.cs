using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What stands beside a text: the communes' own variants of the common one, or the common one of a variant.</summary>
/// <param name="Common">The common text, where this is a commune's own variant.</param>
/// <param name="Variants">The communes' own variants, where this is the common text.</param>
/// <param name="WhyNoVariant">Why the reader cannot begin one; null where he or she can.</param>
internal sealed record VariantsView(TranslatedVersion? Common, ImmutableArray<TranslatedVersion> Variants, Problem? WhyNoVariant);
