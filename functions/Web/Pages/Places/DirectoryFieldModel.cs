using Dissemination.Problems;
using Dissemination.Web.Pages.Staff;

namespace Dissemination.Web.Pages.Places;

/// <summary>A field with what stands in it and what is wrong with that. Public because the classes made from templates are.</summary>
public sealed class DirectoryFieldModel
{
    internal DirectoryFieldModel(DirectoryField field, string value, IEnumerable<Problem> problems)
    {
        (Field, Value) = (field, value);
        Problems = new($"field-{field.Column}", problems);
    }

    internal DirectoryField Field { get; }

    internal string Value { get; }

    internal FieldProblemsModel Problems { get; }

    internal string Id => $"field-{Field.Column}";

    internal bool IsWrong => Problems.Problems.Count > 0;

    /// <summary>The ids of what describes the field; null where nothing does.</summary>
    internal string? DescribedBy => (Field.Hint, IsWrong) switch
    {
        (null, false) => null,
        (null, true) => Problems.Id,
        (_, false) => $"{Id}-hint",
        _ => $"{Id}-hint {Problems.Id}",
    };

    internal string Label => DirectoryWords.LabelOf(Field.Column);

    internal bool Has(string option) => Value.Split(';').Contains(option, StringComparer.Ordinal);
}
