using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>What a person types, and how it is meant.</summary>
/// <param name="PlaceOf">Where a field stands, as whoever typed it knows it.</param>
internal sealed record ToldInput(Told Told, Func<string, Place> PlaceOf)
{
    /// <summary>The person says that it is another than the one of the same commune, time, kind and place.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Why something is corrected.</summary>
    public string Reason { get; init; } = "";
}
