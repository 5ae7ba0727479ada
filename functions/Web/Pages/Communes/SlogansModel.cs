using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The slogans of a language that wait for a reviewer.</summary>
public sealed class SlogansModel : PageModel
{
    internal const string Path = "/inbox/slogans";

    internal SlogansModel(PageFrame frame, LanguageTag language, IReadOnlyList<SloganView> slogans)
        : base(frame) => (Language, Slogans) = (language, slogans);

    internal LanguageTag Language { get; }

    internal IReadOnlyList<SloganView> Slogans { get; }

    internal bool AndMore { get; init; }

    internal static string AddressOf(LanguageTag language) => language == default ? Path : $"{Path}?language={language}";
}
