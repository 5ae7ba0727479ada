using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is wrong with one field of a form, beside it. Public because the classes made from templates are.</summary>
public sealed class FieldProblemsModel
{
    internal FieldProblemsModel(string field, IEnumerable<Problem> problems) => (Id, Problems) = ($"{field}-wrong", [.. problems]);

    /// <summary>By which the field names what describes it.</summary>
    internal string Id { get; }

    internal IReadOnlyList<Problem> Problems { get; }

    /// <summary>All as one line for a reader who cannot see.</summary>
    internal string Text => string.Join(' ', Problems.Select(problem => problem.Text(CultureInfo.CurrentUICulture)));
}
