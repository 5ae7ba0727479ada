using Dissemination.Translation.Glossary;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What was typed into a term's form that was not done.</summary>
/// <param name="Was">The term that it was to change; empty where it was to be added.</param>
internal sealed record TermInput(string? Was, GlossaryTerm Term);
