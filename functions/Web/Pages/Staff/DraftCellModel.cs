using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A cell of a sheet to correct. Public because the classes made from templates are.</summary>
public sealed class DraftCellModel
{
    internal DraftCellModel((int Row, int Column) at, string field, string value, IEnumerable<Problem> problems)
    {
        (Field, Value) = (field, value);
        Id = string.Create(CultureInfo.InvariantCulture, $"cell-{at.Row}-{at.Column}");
        Name = string.Create(CultureInfo.InvariantCulture, $"cell.{at.Row}.{at.Column}");
        Problems = new(Id, problems);
    }

    internal string Field { get; }

    internal string Value { get; }

    internal string Id { get; }

    internal string Name { get; }

    internal FieldProblemsModel Problems { get; }

    /// <summary>What somebody else stored in it meanwhile; null where nobody did.</summary>
    internal string? Stored { get; init; }

    /// <summary>The same as people read it.</summary>
    internal string StoredText =>
        Choices.Where(choice => choice.Value == DraftSheetFile.ChoiceOf(Field, Stored ?? "")).Select(choice => choice.Words)
            .FirstOrDefault(Stored is { Length: > 0 } ? Stored : Texts.SheetNothing);

    /// <summary>Whether one must see it: something is wrong with it, or somebody else wrote into it.</summary>
    internal bool IsTold => IsWrong || Stored is not null;

    internal string Label => DraftSheetModel.NameOf(Field);

    internal bool IsText => Field == "text";

    internal bool IsWrong => Problems.Problems.Count > 0;

    /// <summary>The id of what says that it is wrong; null where it is not.</summary>
    internal string? DescribedBy => IsWrong ? Problems.Id : null;

    /// <summary>What may stand in it; empty where words are written.</summary>
    internal ImmutableArray<(string Value, string Words)> Choices => SheetChoices.Of(Field);

    internal string Chosen => DraftSheetFile.ChoiceOf(Field, Value);

    /// <summary>Whether something stands in it that is none of these: it is told, and stays until somebody chooses.</summary>
    internal bool IsOther => Chosen.Length > 0 && Choices.All(choice => choice.Value != Chosen);
}
