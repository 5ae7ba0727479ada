using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>
/// A glossary on its way out and in: <c>blt-Tavt.csv</c>, <c>blt-Tavt.tbx</c>, or the language alone and the form by the media type.
/// </summary>
internal sealed record GlossaryFile(LanguageTag Language, bool IsTbx)
{
    private const string Csv = "text/csv; charset=utf-8";

    public const string Tbx = "application/x-tbx";

    public string Name => $"{Language}{(IsTbx ? ".tbx" : ".csv")}";

    /// <param name="file">As the address names it.</param>
    /// <param name="type">What the sender sends, or the reader accepts.</param>
    /// <returns>Null where the language is none that is translated into.</returns>
    public static GlossaryFile? Find(string file, string type)
    {
        var extension = HandedInFile.Extension(file);
        return LanguageTag.TryParse(LanguageOf(file), null, out var language) && !language.IsVietnamese
            ? new(
                language,
                extension is ".tbx"
                    || (extension is not ".csv"
                    && (type.Contains("tbx", StringComparison.OrdinalIgnoreCase)
                    || type.Contains("xml", StringComparison.OrdinalIgnoreCase))))
            : null;
    }

    /// <summary>Why there is no such file.</summary>
    public static ProblemHttpResult Unknown(string file) =>
        ProblemAnswers.OfAll(SuppliedTranslationReader.CheckLanguage(LanguageOf(file), new(file)));

    public IResult Of(IEnumerable<GlossaryTerm> terms) =>
        TypedResults.File((IsTbx ? GlossaryTbx.Write(terms) : GlossaryCsv.Write(terms)).ToArray(), IsTbx ? Tbx : Csv, Name);

    private static string LanguageOf(string file) => HandedInFile.Extension(file) is ".csv" or ".tbx" ? HandedInFile.Stem(file) : file;
}
