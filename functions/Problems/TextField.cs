namespace Dissemination.Problems;

/// <summary>One value. Empty stands for absent.</summary>
/// <param name="Remark">What stands behind it on its line and begins with a space and <c>#</c>: a remark behind a date or a number, a part
/// of the words behind words.</param>
internal sealed record TextField(Place Place, string Value, string Remark = "") : Field(Place)
{
    /// <summary>All that was written.</summary>
    public string Words => Remark.Length == 0 ? Value : (Value + Remark).Trim();
}
