using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dissemination.Directory.Changes;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of destinations.csv.</summary>
internal static partial class DestinationRows
{
    private const string Clusters = "clusters";

    /// <summary>More clusters than any commune of the province has.</summary>
    public const int MostClusters = 200;

    public static readonly CsvColumns Columns =
        CsvColumns.Only(["commune", "id", "channel", "name", "address", "credential", "languages"], [Clusters]) with { AreGuarded = true };

    public static ImmutableArray<Destination> Read(ReadOnlySpan<byte> bytes, KnownCommunes communes, List<Problem> problems)
    {
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        var ids = new HashSet<DestinationId>();
        foreach (var group in CsvFile.Read(DirectoryFiles.Destinations, bytes, Columns, problems))
        {
            var row = new FieldReader(group, problems);
            var commune = communes.Find(row, "commune", row.Required("commune"));
            var name = DirectoryReader.Id(row, "id");
            var languages = LanguageCheck.In(row, "languages").ToArray();
            communes.CheckSpoken(row, commune, languages);

            // An unknown channel is reported, and not what it would ask for besides.
            var form = row.Choice("channel", ChannelForm.All) ?? ChannelForm.All["website"];
            var id = new DestinationId(commune ?? default, name ?? "");
            destinations.Add(new(
                id,
                form.Kind,
                row.Name("name"),
                Address(row, form),
                Credential(row, form.IsPosted),
                [.. languages.Select(language => language.Tag)])
            {
                Clusters = ClustersOf(row),
            });
            if (commune is not null && name is not null && !ids.Add(id))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), name);
            }
        }

        return destinations.ToImmutable();
    }

    /// <summary>What a destination's row holds in a column.</summary>
    public static string CellOf(Destination destination, string column) => column switch
    {
        "commune" => destination.Id.Commune.Value,
        "id" => destination.Id.Name,
        "channel" => ChannelForm.NameOf(destination.Channel),
        "name" => destination.Name,
        "address" => destination.Address,
        "credential" => destination.Credential ?? "",
        "languages" => string.Join(';', destination.Languages),
        Clusters => destination.Clusters?.ToString(CultureInfo.InvariantCulture) ?? "",
        // A column that is stored as the file has it.
        _ => RowFields.Of(destination, DirectoryJson.Default.Destination).GetValueOrDefault(column, ""),
    };

    /// <summary>Whether it has the form of a credential's name; a secret that somebody pasted mostly has not.</summary>
    public static bool IsCredentialName(string text) => CredentialName().IsMatch(text);

    private static string Address(FieldReader row, ChannelForm form)
    {
        var address = (form.NeedsAddress ? row.Required("address") : row.Text("address")) ?? "";
        if (address.Length > 0 && form.Address?.IsMatch(address) == false)
        {
            row.Report(nameof(ProblemTexts.DestinationAddressUnknown), row.PlaceOf("address"), address, form.Forms);
        }

        return address;
    }

    private static int? ClustersOf(FieldReader row)
    {
        if (row.Text(Clusters) is null || row.Count(Clusters) is not { } number)
        {
            return null;
        }

        if (number > MostClusters)
        {
            row.Report(
                nameof(ProblemTexts.ProofNumberWrong), row.PlaceOf(Clusters), LocalTime.Number(number), LocalTime.Number(MostClusters));
        }

        return number;
    }

    private static string? Credential(FieldReader row, bool isRequired)
    {
        var credential = isRequired ? row.Required("credential") : row.Text("credential");
        if (credential is { Length: > 0 } && !IsCredentialName(credential))
        {
            row.Report(nameof(ProblemTexts.CredentialMalformed), row.PlaceOf("credential"));
        }

        return credential;
    }

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CredentialName();
}
