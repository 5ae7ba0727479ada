using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of destinations.csv.</summary>
internal static partial class DestinationRows
{
    private static readonly ImmutableArray<string> Columns = ["commune", "id", "channel", "name", "address", "credential", "languages"];

    private static readonly FrozenDictionary<string, ChannelKind> Channels = new Dictionary<string, ChannelKind>(StringComparer.Ordinal)
    {
        ["telegram"] = ChannelKind.Telegram,
        ["facebook"] = ChannelKind.Facebook,
        ["zalo"] = ChannelKind.Zalo,
        ["website"] = ChannelKind.Website,
        ["group"] = ChannelKind.VillageGroup,
        ["loudspeaker"] = ChannelKind.Loudspeaker,
        ["notice-board"] = ChannelKind.NoticeBoard,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<Destination> Read(ReadOnlySpan<byte> bytes, KnownCommunes communes, List<Problem> problems)
    {
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        var ids = new HashSet<DestinationId>();
        foreach (var group in CsvFile.Read(DirectoryFiles.Destinations, bytes, Columns, [], DirectoryReader.NoOther(Columns), problems))
        {
            var row = new FieldReader(group, problems);
            var commune = communes.Find(row, "commune", row.Required("commune"));
            var name = DirectoryReader.Id(row, "id");
            var languages = LanguageCheck.In(row, "languages").ToArray();
            communes.CheckSpoken(row, commune, languages);

            // An unknown channel is reported, and not what it would ask for besides.
            var channel = row.Choice("channel", Channels) ?? ChannelKind.Website;
            var isPosted = channel is ChannelKind.Telegram or ChannelKind.Facebook or ChannelKind.Zalo;
            var id = new DestinationId(commune ?? default, name ?? "");
            destinations.Add(new(
                id,
                channel,
                row.Name("name"),
                Address(row, channel, isPosted || channel is ChannelKind.VillageGroup),
                Credential(row, isPosted),
                [.. languages.Select(language => language.Tag)]));
            if (commune is not null && name is not null && !ids.Add(id))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), name);
            }
        }

        return destinations.ToImmutable();
    }

    private static string Address(FieldReader row, ChannelKind channel, bool isRequired)
    {
        var address = (isRequired ? row.Required("address") : row.Text("address")) ?? "";
        if (channel is ChannelKind.Zalo && address.Length > 0 && ZaloTarget.Parse(address) is null)
        {
            row.Report(nameof(ProblemTexts.ZaloAddressUnknown), row.PlaceOf("address"), address, ZaloTarget.Forms);
        }

        return address;
    }

    private static string? Credential(FieldReader row, bool isRequired)
    {
        var credential = isRequired ? row.Required("credential") : row.Text("credential");
        if (credential is { Length: > 0 } && !CredentialName().IsMatch(credential))
        {
            row.Report(nameof(ProblemTexts.CredentialMalformed), row.PlaceOf("credential"));
        }

        return credential;
    }

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CredentialName();
}
