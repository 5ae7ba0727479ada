using System.Collections.Immutable;
using Dissemination.Intake.Documents;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The form of a draft as it was sent.</summary>
/// <param name="Pictures">The files that were added to it.</param>
internal sealed record DraftItemForm(DraftItem Item, ImmutableArray<DroppedDocument> Pictures)
{
    public static async ValueTask<DraftItemForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        var pictures = ImmutableArray.CreateBuilder<DroppedDocument>();
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            pictures.Add(await DraftItemPages.DroppedAsync(file, context.RequestAborted));
        }

        return new(ItemOf(form), pictures.ToImmutable());
    }

    private static DraftItem ItemOf(IFormCollection form) => new()
    {
        Id = Line(form, "id").ToLowerInvariant(),
        Kind = Line(form, "kind"),
        Title = Line(form, "title"),
        Summary = Line(form, "summary"),
        Body = ComposedText.Of(form["body"].ToString()).ReplaceLineEndings("\n").Trim('\n'),
        Issuer = Line(form, "issuer"),
        Resolution = Line(form, "resolution"),
        Topics = Ticked(form, "topics"),
        Communes = Ticked(form, "communes"),
        PublishAt = Line(form, "publishAt"),
        ExpiresAt = Line(form, "expiresAt"),
        Overflow = Line(form, "overflow"),
        Untranslated = Line(form, "untranslated"),
        Airing = Line(form, "airing"),
        Sample = form.ContainsKey("sample"),
        ApprovalDocument = Line(form, "approvalDocument"),
        ApprovalDate = Line(form, "approvalDate"),
        ApprovalBy = Line(form, "approvalBy"),
        Pictures =
        [
            .. from name in form["picture"].OfType<string>().Distinct(StringComparer.Ordinal)
               where !form.ContainsKey($"remove.{name}")
               select new DraftPicture(name, Line(form, $"alt.{name}"), Line(form, $"caption.{name}"), Line(form, $"words.{name}"))
               {
                   Cut = Line(form, $"cut.{name}"),
               },
        ],
    };

    private static string Line(IFormCollection form, string name) =>
        ComposedText.Of(form[name].ToString()).ReplaceLineEndings(" ").Trim();

    private static ImmutableArray<string> Ticked(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
}
