using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Glossary;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The form of a term as it was sent.</summary>
/// <param name="Was">The term that it is to change; empty where it is to be added.</param>
internal sealed record GlossaryTermForm(string? Was, string? Source, string? Target, TermRule Rule, string? Note)
{
    public static async ValueTask<GlossaryTermForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        var rule = EnumNames.Find<TermRule>(form["rule"].ToString()) ?? TermRule.Preferred;
        return new(form["was"], form["source"], form["target"], rule, form["note"]);
    }

    public GlossaryTerm TermIn(LanguageTag language) => TermRules.Normal(language, Source, Target, Rule, Note);
}
