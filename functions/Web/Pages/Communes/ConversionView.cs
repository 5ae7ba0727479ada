using Dissemination.Directory;
using Dissemination.Translation.Drafting;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Whether words can be converted from the other spelling of a language.</summary>
/// <param name="From">
/// The other spelling that empty segments can be converted from; null where there are none or it has no words for them.
/// </param>
/// <param name="Spelling">The table that conversion goes by.</param>
internal sealed record ConversionView(LanguageTag? From, SpellingInForce Spelling);
