namespace Dissemination.Directory;

/// <summary>A destination as the directory named it once. What was posted there is still there.</summary>
/// <param name="Until">When the directory ceased to name it so.</param>
internal sealed record FormerDestination(Destination Destination, DateTimeOffset Until);
