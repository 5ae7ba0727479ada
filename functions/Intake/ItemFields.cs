using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>The values that articles and rows of sheets have in common.</summary>
internal static class ItemFields
{
    private static readonly FrozenDictionary<string, Untranslated> UntranslatedChoices =
        new Dictionary<string, Untranslated>(StringComparer.Ordinal)
        {
            ["wait"] = Untranslated.Wait,
            ["vietnamese"] = Untranslated.Vietnamese,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, AiringLevel> AiringLevels =
        new Dictionary<string, AiringLevel>(StringComparer.Ordinal)
        {
            ["ordinary"] = AiringLevel.Ordinary,
            ["priority"] = AiringLevel.Priority,
            ["urgent"] = AiringLevel.Urgent,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Overflow> Overflows = new Dictionary<string, Overflow>(StringComparer.Ordinal)
    {
        ["shorten"] = Overflow.Shorten,
        ["split"] = Overflow.Split,
        ["refuse"] = Overflow.Refuse,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What articles and rows of a sheet have in common; the approval stands elsewhere in each.</summary>
    public static ItemContent Read(FieldReader fields, ItemId id, ItemKind kind, VersionText text, KnownReferences known)
    {
        var resolution = fields.Value("resolution");
        var publishAt = Instant(fields, "publishAt", wholeDay: false);
        var expiresAt = Instant(fields, "expiresAt", wholeDay: true);
        if (expiresAt <= publishAt)
        {
            fields.Report(nameof(ProblemTexts.ExpiresBeforePublished), fields.PlaceOf("expiresAt"));
        }

        return new()
        {
            Id = id,
            Kind = kind,
            Text = text,
            Issuer = Line(fields, "issuer", fields.Required("issuer")),
            Resolution = resolution,
            Topics = Topics(fields, resolution, known),
            Communes = Communes(fields, known),
            PublishAt = publishAt,
            ExpiresAt = expiresAt,
            Overflow = fields.Choice("overflow", Overflows, fallback: "shorten") ?? Overflow.Shorten,
            Untranslated = fields.Choice("untranslated", UntranslatedChoices, fallback: "wait") ?? Untranslated.Wait,
            Airing = fields.Choice("airing", AiringLevels, fallback: "ordinary") ?? AiringLevel.Ordinary,
            Sample = fields.Flag("sample"),
        };
    }

    /// <summary>
    /// What is over already, or not yet: it is taken, because a file may come again long after its day, and its author is told.
    /// </summary>
    public static IEnumerable<Problem> Late(ItemContent content, Place expiresAt, Place approvalDate, DateTimeOffset now)
    {
        if (content.ExpiresAt <= now)
        {
            yield return new(nameof(ProblemTexts.ExpiredAlready), expiresAt, LocalTime.Text(content.ExpiresAt.Value));
        }

        if (content.Claim?.Date > LocalTime.DayOf(now))
        {
            yield return new(nameof(ProblemTexts.ApprovedLater), approvalDate, LocalTime.Text(content.Claim.Date));
        }
    }

    /// <summary>What is said of an approval: the document and its date, and who gave it where that is said.</summary>
    public static ApprovalClaim Claim(FieldReader fields, string by, string document, string date, KnownReferences known)
    {
        var person = fields.Value(by);
        if (known.Directory.People.IsEmpty)
        {
            fields.Report(nameof(ProblemTexts.DirectoryNotThere), fields.PlaceOf(by), DirectoryFiles.People);
        }
        else if (person is not null && known.Directory.Find(new PersonId(person))?.Is(Role.Approver) != true)
        {
            fields.Report(nameof(ProblemTexts.NotAnApprover), fields.PlaceOf(by), person);
        }

        return new(
            person is null ? null : new(person), Line(fields, document, fields.Required(document)), fields.Date(date));
    }

    /// <summary>The text, reported where it is longer than a line of its kind may be.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Line(FieldReader fields, string name, string? text)
    {
        if (text?.Length > Limits.LineCharacters)
        {
            fields.Report(nameof(ProblemTexts.TextTooLong), fields.PlaceOf(name), "1000");
        }

        return text;
    }

    private static DateTimeOffset? Instant(FieldReader fields, string name, bool wholeDay)
    {
        if (fields.Value(name) is not { } text)
        {
            return null;
        }

        if (LocalTime.TryParse(text, wholeDay, out var utc))
        {
            return utc;
        }

        fields.Report(nameof(ProblemTexts.NotATime), fields.PlaceOf(name), text);
        return null;
    }

    private static ImmutableArray<string> Topics(FieldReader fields, string? id, KnownReferences known)
    {
        var topics = fields.List("topics");
        if (id is null)
        {
            if (!topics.IsEmpty)
            {
                fields.Report(nameof(ProblemTexts.TopicsWithoutResolution), fields.PlaceOf("topics"));
            }

            return [];
        }

        if (!Slug.IsValid(id))
        {
            fields.Report(nameof(ProblemTexts.IdMalformed), fields.PlaceOf("resolution"), id);
        }
        else if (!known.Resolutions.TryGetValue(id, out var resolution))
        {
            fields.Report(nameof(ProblemTexts.ResolutionNotThere), fields.PlaceOf("resolution"), HandedInFile.ResolutionFile(id));
        }
        else
        {
            foreach (var topic in topics.Where(topic => resolution.Topics.All(other => other.Code != topic.Value)))
            {
                fields.Report(nameof(ProblemTexts.UnknownTopic), topic.Place, topic.Value, id);
            }
        }

        return [.. topics.Select(topic => topic.Value)];
    }

    private static ImmutableArray<CommuneId> Communes(FieldReader fields, KnownReferences known)
    {
        var communes = fields.List("communes");
        if (!communes.IsEmpty && known.Directory.Communes.IsEmpty)
        {
            fields.Report(nameof(ProblemTexts.DirectoryNotThere), fields.PlaceOf("communes"), DirectoryFiles.Communes);
            return [];
        }

        foreach (var commune in communes.Where(commune => known.Directory.Find(new CommuneId(commune.Value)) is null))
        {
            fields.Report(nameof(ProblemTexts.UnknownCommune), commune.Place, commune.Value);
        }

        return [.. communes.Select(commune => new CommuneId(commune.Value))];
    }
}
