namespace Dissemination.Storage.Retention;

/// <summary>How long what is kept, in days; 0 is for ever. What is not named here is kept for ever.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Nothing is taken away that is younger, whatever somebody typed.</summary>
    public const int Fewest = 30;

    /// <summary>Posts that were shown as previews, because no credential was configured.</summary>
    public int PreviewDays { get; set; }

    /// <summary>Files that were refused, with their reasons. That they were, and why in a word, stays in the record.</summary>
    public int RejectedFileDays { get; set; }

    /// <summary>Photographs that people added to what they confirmed. That it was done, by whom and when, stays.</summary>
    public int PhotographDays { get; set; }

    /// <summary>What channels said of a post at one time. The newest of each post, and all that was summed up, stays.</summary>
    public int ReachSampleDays { get; set; }
}
