using Dissemination.Intake;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What became of a file, in a list or by itself. Public because the classes made from templates are.</summary>
public sealed class HandInOutcomeModel
{
    private const int MostInList = 10;

    internal HandInOutcomeModel(HandIn handIn, bool inList)
    {
        HandIn = handIn;
        InList = inList;
        Shown = inList ? Math.Min(handIn.Problems.Length, MostInList) : handIn.Problems.Length;
    }

    internal HandIn HandIn { get; }

    internal bool InList { get; }

    /// <summary>By what its sender knows it.</summary>
    internal string FileName => PictureFields.FileName(HandIn.File);

    /// <summary>How many problems are shown.</summary>
    internal int Shown { get; }
}
