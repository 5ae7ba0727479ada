namespace Dissemination.Storage;

/// <summary>
/// An id that people see, addresses name and storage keeps as one plain string. Endpoints take it as a parameter; what an address that
/// names none is answered with is told by the web alone.
/// </summary>
internal interface IStringId<T> : IParsable<T>
    where T : struct, IStringId<T>
{
    /// <summary>The id that a text names; null where it names none.</summary>
    static T? Find(string? text) => T.TryParse(text, provider: null, out var id) ? id : null;

    /// <summary>The id that was written here as text before.</summary>
    /// <exception cref="FormatException">The text names none.</exception>
    static T Read(string text) => Find(text) ?? throw new FormatException($"'{text}' is not a {typeof(T).Name}.");
}
