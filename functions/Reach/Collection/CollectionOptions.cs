using System.ComponentModel.DataAnnotations;

namespace Dissemination.Reach.Collection;

/// <summary>Settings under <c>Collection</c>: when the figures of a post are collected.</summary>
internal sealed class CollectionOptions : IValidatableObject
{
    public const string Section = "Collection";

    private static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7),
        TimeSpan.FromDays(30),
    ];

    /// <summary>
    /// How long after the post, each later than the one before; a year at most. Where none is set: 1 h, 6 h, 24 h, 3 d, 7 d, 30 d.
    /// </summary>
    public TimeSpan[]? After { get; set; }

    /// <summary>How many lanes are asked at the same time.</summary>
    [Range(1, 32)]
    public int Lanes { get; set; } = 8;

    public IReadOnlyList<TimeSpan> Plan => After is { Length: > 0 } after ? after : Usual;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Plan[0] <= TimeSpan.Zero || Plan[^1] > TimeSpan.FromDays(366) || Plan.Zip(Plan.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new($"{Section}: {nameof(After)} is a list of growing times, the longest a year.");
        }
    }
}
