using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of people.csv.</summary>
internal static class PersonRows
{
    private static readonly CsvColumns Columns = CsvColumns.Only(["id", "name", "roles", "commune", "languages"], "telegram");

    private static readonly FrozenDictionary<string, Role> Roles = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["staff"] = Role.Staff,
        ["approver"] = Role.Approver,
        ["communicator"] = Role.Communicator,
        ["leader"] = Role.Leader,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<Person> Read(ReadOnlySpan<byte> bytes, KnownCommunes communes, List<Problem> problems)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var telegrams = new HashSet<long>();
        foreach (var group in CsvFile.Read(DirectoryFiles.People, bytes, Columns, problems))
        {
            var row = new FieldReader(group, problems);
            var id = DirectoryReader.Id(row, "id");
            var roles = RolesOf(row);
            var languages = LanguageCheck.In(row, "languages").ToArray();
            var isCommunicator = roles.Contains(Role.Communicator);
            var commune = communes.Find(row, "commune", (isCommunicator ? row.Required("commune") : row.Text("commune")) ?? "");
            communes.CheckSpoken(row, commune, languages);
            if (isCommunicator)
            {
                row.Required("languages");
            }

            people.Add(
                new(new(id ?? ""), row.Name("name"), roles, commune, [.. languages.Select(language => language.Tag)])
                {
                    Telegram = TelegramOf(row, telegrams),
                });
            if (id is not null && !ids.Add(id))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), id);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>Who presses a button is known by this number alone, so no two people may have the same.</summary>
    private static long? TelegramOf(FieldReader row, HashSet<long> others)
    {
        const string Column = "telegram";
        if (row.Text(Column) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            row.Report(nameof(ProblemTexts.TelegramNotANumber), row.PlaceOf(Column), text);
            return null;
        }

        if (!others.Add(number))
        {
            row.Report(nameof(ProblemTexts.TelegramTwice), row.PlaceOf(Column), text);
        }

        return number;
    }

    private static ImmutableArray<Role> RolesOf(FieldReader row)
    {
        row.Required("roles");
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var value in row.List("roles"))
        {
            if (Roles.TryGetValue(value.Value, out var role))
            {
                roles.Add(role);
            }
            else
            {
                row.Report(nameof(ProblemTexts.NotAChoice), value.Place, value.Value, string.Join(", ", Roles.Keys));
            }
        }

        return roles.ToImmutable();
    }
}
