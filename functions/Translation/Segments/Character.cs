using System.Runtime.InteropServices;
using System.Text;

namespace Dissemination.Translation.Segments;

/// <summary>A character of a text; half of a surrogate pair is one that is not sound.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Character(Rune Rune, int Start, int Length, bool IsSound);
