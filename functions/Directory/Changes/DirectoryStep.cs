namespace Dissemination.Directory.Changes;

/// <summary>What a person's yes to a change of the directory comes to.</summary>
internal sealed record DirectoryStep(bool IsTaken)
{
    /// <summary>The directory is changed.</summary>
    public static readonly DirectoryStep Taken = new(IsTaken: true);

    /// <summary>It waits for a second person.</summary>
    public static readonly DirectoryStep Proposed = new(IsTaken: false);
}
