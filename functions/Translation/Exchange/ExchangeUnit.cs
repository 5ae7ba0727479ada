using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Exchange;

/// <summary>One segment as it travels to another tool and back.</summary>
/// <param name="Id">Letters, digits and <c>. _ -</c>, once in its file.</param>
/// <param name="Target">Null where nothing of it is translated yet.</param>
/// <param name="State">Initial where there is no target, where only a part of it is translated, or where the file says so, whatever stands
/// in the target.</param>
/// <param name="Note">Words for the translator. They cannot carry control characters.</param>
internal sealed record ExchangeUnit(
    string Id, TextPart Part, string Source, string? Target, ExchangeState State = ExchangeState.Initial, string? Note = null);
