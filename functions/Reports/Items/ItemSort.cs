namespace Dissemination.Reports.Items;

/// <summary>In which order items are listed.</summary>
internal enum ItemSort
{
    /// <summary>What was accepted last comes first.</summary>
    Newest,

    /// <summary>What goes out next comes first, and what has no time last.</summary>
    Time,

    /// <summary>What waits longest comes first, and what waits for nobody last.</summary>
    Waiting,

    Title,
}
