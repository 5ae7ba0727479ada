using System.Collections.Immutable;

namespace Dissemination.Simulators.Translator;

/// <summary>A call that was answered with translations.</summary>
public sealed record TranslatorCall(string To, string? Region, ImmutableArray<string> Texts);
