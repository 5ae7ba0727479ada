namespace Dissemination.Storage;

/// <summary>A row was asked for that cannot be read. Lists leave such rows out; whoever needs this very one stops at it, alone.</summary>
internal sealed class UnreadableRowException(RowTrouble row) : Exception($"The row {row.Place} cannot be read.")
{
    public RowTrouble Row => row;
}
