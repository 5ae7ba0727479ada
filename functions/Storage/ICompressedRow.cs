namespace Dissemination.Storage;

/// <summary>
/// A record of which many are read at once: its JSON is stored compressed, a tenth of its size, so that a page of storage holds a thousand.
/// </summary>
internal interface ICompressedRow;
