using System.Runtime.InteropServices;

namespace Dissemination.Translation.Segments;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextStretch(int Start, int Length)
{
    public int End => Start + Length;

    public bool Contains(int offset) => offset >= Start && offset < End;
}
