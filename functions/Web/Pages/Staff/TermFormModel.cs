using Dissemination.Translation.Glossary;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The form of one term.</summary>
public sealed class TermFormModel
{
    /// <param name="id">What tells the fields of this form from those of the others.</param>
    /// <param name="was">The term that is changed; null for a new one.</param>
    internal TermFormModel(GlossaryModel page, string id, GlossaryTerm? was, GlossaryTerm? inForm) =>
        (Page, Id, Was, InForm) = (page, id, was, inForm);

    internal GlossaryModel Page { get; }

    internal string Id { get; }

    internal GlossaryTerm? Was { get; }

    internal GlossaryTerm? InForm { get; }
}
