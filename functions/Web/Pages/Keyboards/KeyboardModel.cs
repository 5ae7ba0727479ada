using Dissemination.Directory;

namespace Dissemination.Web.Pages.Keyboards;

/// <summary>A keyboard below the fields of a language. Public because the classes made from templates are.</summary>
public sealed class KeyboardModel
{
    internal KeyboardModel(Keyboard keyboard, LanguageTag language) => (Keyboard, Language) = (keyboard, language);

    internal Keyboard Keyboard { get; }

    internal LanguageTag Language { get; }
}
