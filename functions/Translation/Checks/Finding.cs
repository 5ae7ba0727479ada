using System.Collections.Immutable;
namespace Dissemination.Translation.Checks;
internal enum Severity { Warning, Error }
internal sealed record Finding(string Code, Severity Severity, TextPart Part, int Offset, int Length, params ImmutableArray<string> Arguments)
{
    public string Key => Code;
}
