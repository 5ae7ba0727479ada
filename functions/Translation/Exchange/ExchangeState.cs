namespace Dissemination.Translation.Exchange;

/// <summary>How far the translation of a unit has come, as XLIFF names it; the least first.</summary>
internal enum ExchangeState
{
    Initial,
    Translated,
    Reviewed,
    Final,
}
