using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>The rows of people.csv.</summary>
internal static class PersonRows
{
    public static readonly CsvColumns Columns =
        CsvColumns.Only(["id", "name", "roles", "commune", "languages"], "telegram", "subject", "email") with { AreGuarded = true };

    private const int MostSubject = 255;

    private const int MostEmail = 254;

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
        var (subjects, emails) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
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
                    Subject = SubjectOf(row, subjects),
                    Email = EmailOf(row, emails),
                });
            if (id is not null && !ids.Add(id))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), id);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>What a person's row holds in a column.</summary>
    public static string CellOf(Person person, string column) => column switch
    {
        "id" => person.Id.Value,
        "name" => person.Name,
        "roles" => string.Join(';', person.Roles.Select(EnumNames.Of)),
        "commune" => person.Commune?.Value ?? "",
        "languages" => string.Join(';', person.Languages),
        "telegram" => person.Telegram?.ToString(CultureInfo.InvariantCulture) ?? "",
        "subject" => person.Subject ?? "",
        "email" => person.Email ?? "",
        // A column that is stored as the file has it.
        _ => RowFields.Of(person, DirectoryJson.Default.Person).GetValueOrDefault(column, ""),
    };

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

    /// <summary>Whoever signs in with this account is this person, so no two may have the same.</summary>
    private static string? SubjectOf(FieldReader row, HashSet<string> others)
    {
        const string Column = "subject";
        return row.Text(Column) is { } text
            ? Unique(row, Column, text, (IsSubject(text), nameof(ProblemTexts.SubjectMalformed)), others)
            : null;
    }

    private static string? EmailOf(FieldReader row, HashSet<string> others)
    {
        const string Column = "email";
        return row.Text(Column) is { } text
            ? Unique(row, Column, text, (IsEmail(text), nameof(ProblemTexts.EmailMalformed)), others)
            : null;
    }

    private static string? Unique(FieldReader row, string column, string text, (bool IsWell, string Problem) form, HashSet<string> others)
    {
        if (!form.IsWell)
        {
            row.Report(form.Problem, row.PlaceOf(column), text);
            return null;
        }

        if (!others.Add(text))
        {
            row.Report(nameof(ProblemTexts.AccountTwice), row.PlaceOf(column), text);
        }

        return text;
    }

    /// <summary>OpenID Connect: at most 255 letters of ASCII, and nobody's has blanks.</summary>
    private static bool IsSubject(string text) => text.Length <= MostSubject && text.All(letter => letter is > ' ' and <= '~');

    private static bool IsEmail(string text) =>
        text.Length <= MostEmail && MailAddress.TryCreate(text, out var address) && address.Address == text;

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
