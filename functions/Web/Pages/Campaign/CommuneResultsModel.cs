using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>What a commune did, for its own people, and as a script to read aloud.</summary>
public sealed class CommuneResultsModel : PageModel
{
    internal CommuneResultsModel(PageFrame frame, CampaignInput input, CampaignQuery query, CommuneResults results)
        : base(frame) => (Input, Query, Results) = (input, query, results);

    internal CampaignInput Input { get; }

    internal CampaignQuery Query { get; }

    internal CommuneResults Results { get; }

    internal ImmutableArray<string> Script => CommuneScript.Of(Results, NameOf(Results.Commune), Input.Filter);

    /// <summary>The address of this page with other filters or as a file.</summary>
    internal string Address(string end = "") => Query.On($"/campaign/communes/{Results.Commune.Id}/results{end}");

    internal CampaignTable Table => new(
        "told",
        Texts.ResultsTold,
        TextFormat.Fill(
            Texts.ResultsToldCaption,
            LocalTime.Number(Results.Items.Length),
            LocalTime.Number(Results.Items.Sum(item => item.Posts))),
        [
            new(Texts.CampaignItems),
            new(Texts.CampaignLanguages),
            new(Texts.ResultsWhere),
            new(Texts.CampaignPosts, IsNumber: true),
            new(Texts.ReportLinkOpens, IsNumber: true),
        ],
        [
            .. Results.Items.Select(item => (ImmutableArray<CampaignValue>)
            [
                new(item.Headline, Href: $"/items/{item.Item}"),
                new(string.Join(" · ", item.Languages.Select(PageLabels.Of))),
                new(string.Join(" · ", item.Channels.Select(channel => Labels.Of(channel)))),
                CampaignValue.Of(item.Posts),
                CampaignValue.Measured(item.Opens),
            ]),
        ])
    {
        Answer = TextFormat.Fill(Texts.CampaignItemsShort, LocalTime.Number(Results.Items.Length)),
    };

    /// <summary>The script is Vietnamese, whatever the language of the page.</summary>
    private static string NameOf(Commune commune) => $"{(commune.Kind is CommuneKind.Ward ? "phường" : "xã")} {commune.Name}";
}
