using System.Runtime.InteropServices;

namespace Dissemination.Translation.Memory;

/// <summary>A syllable, a number, or one other sign of a text.</summary>
/// <param name="Folded">In the form in which tokens are compared: small letters, with tone marks placed one way.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MemoryToken(string Folded, int Start, int Length, bool IsNumber);
