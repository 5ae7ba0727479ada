using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>A translation with what could be filled in.</summary>
/// <param name="Missed">Why a machine filled in none of the rest; null where it did, or was not asked.</param>
internal sealed record FilledTranslation(Row<TranslatedVersion> Row, Problem? Missed);
