using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Places;

/// <summary>What a person has said so far of a place that is to be connected. No secret is ever among it.</summary>
internal sealed record ConnectForm
{
    private const string Credential = "credential";

    private static readonly string[] Kept = ["commune", "id", "name", "address", Credential, "languages"];

    /// <summary>By the columns of the file of destinations.</summary>
    public required ImmutableDictionary<string, string> Cells { get; init; }

    /// <summary>Which sending of the form it is, so that a second click sends no second test message.</summary>
    public string Form { get; init; } = "";

    public string CredentialName => Cells.GetValueOrDefault(Credential, "");

    public RowEdit Edit => new(DirectoryTable.Destinations, Was: null, Seen: null, Cells);

    /// <summary>From the address of a page, or from the form that was sent; several languages are one cell, as in the file.</summary>
    public static async ValueTask<ConnectForm> BindAsync(HttpContext context)
    {
        var form = HttpMethods.IsPost(context.Request.Method) ? await OwnForm.ReadAsync(context) : null;
        var cells = Kept.ToImmutableDictionary(
            name => name,
            name => string.Join(';', (form is null ? context.Request.Query[name] : form[name]).ToArray()).Trim(),
            StringComparer.Ordinal);
        return new() { Cells = cells, Form = form?["form"].ToString() ?? "" };
    }

    public ConnectForm Of(ChannelKind channel) => this with { Cells = Cells.SetItem("channel", ChannelForm.NameOf(channel)) };

    /// <summary>Where a step of the guide is, with what was said before it.</summary>
    public string AddressOf(ChannelKind channel, int step) => QueryHelpers.AddQueryString(
        $"{ConnectGuide.Address}/{ChannelForm.NameOf(channel)}",
        Kept.Where(name => Cells.GetValueOrDefault(name) is { Length: > 0 })
            .Select(name => KeyValuePair.Create(name, (string?)Cells[name]))
            .Prepend(KeyValuePair.Create("step", (string?)step.ToString(CultureInfo.InvariantCulture))));
}
