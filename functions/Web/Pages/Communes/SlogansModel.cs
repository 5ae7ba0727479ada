using Dissemination.Content;
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

    /// <summary>What was ticked in a form that was not done, each with the version that was read.</summary>
    internal IReadOnlyList<(TextId Id, string Version)> Ticked { get; init; } = [];

    /// <summary>Whether it was ticked as it stands: what somebody changed meanwhile is to be read first.</summary>
    internal bool IsTicked(SloganView slogan) => Ticked.Contains((slogan.Id, slogan.Version));

    internal static string AddressOf(LanguageTag language) => language == default ? Path : $"{Path}?language={language}";
}
