using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What became of a file, in a list or by itself. Public because the classes made from templates are.</summary>
public sealed class HandInOutcomeModel
{
    /// <summary>A line of a list says what is wrong first; the page of the file says it all.</summary>
    private const int MostInList = 1;

    private const int MostItems = 20;

    internal HandInOutcomeModel(HandIn handIn, DirectorySnapshot directory, bool inList)
    {
        HandIn = handIn;
        By = handIn.By is { } by ? PageLabels.OfWho(by, directory) : null;
        InList = inList;
        Shown = inList ? Math.Min(handIn.Problems.Length, MostInList) : handIn.Problems.Length;
    }

    internal HandIn HandIn { get; }

    /// <summary>Who handed it in, by name; null where nobody is known.</summary>
    internal string? By { get; }

    internal bool InList { get; }

    /// <summary>By what its sender knows it.</summary>
    internal string FileName => PictureFields.FileName(HandIn.File);

    /// <summary>What came of a file that was taken; null where there is no more to say of it than that.</summary>
    internal string? Holds => HandIn switch
    {
        { Container: Containers.Directory } => Texts.HandInDirectory,
        { Items.Length: > 0 } => TextFormat.Fill(Texts.HandInItems, HandIn.Items.Length, HandIn.Changed),
        _ when HandIn.File.StartsWith($"{HandInFolders.Items}/", StringComparison.Ordinal) => Texts.HandInNoItems,
        _ => null,
    };

    /// <summary>How many items are linked to.</summary>
    internal int Linked => InList ? MostInList : MostItems;

    /// <summary>How many problems are shown.</summary>
    internal int Shown { get; }
}
