using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Today;

/// <summary>
/// Reads what waits for a communicator of texts: translations, recordings, and what others said. A transaction for each language that he or
/// she speaks and two more.
/// </summary>
internal sealed class TodayTexts(TranslationService translations, RecordingReader recordings, CommentService news)
{
    /// <summary>More than ever wait for somebody who listens, in all languages together.</summary>
    private const int MostRecordings = 1_000;

    private const int MostNews = 200;

    public async Task<TodayFound> ReadAsync(Person reader, CancellationToken cancellationToken)
    {
        var open = reader.Languages.Where(tag => !tag.IsVietnamese)
            .Select(tag => translations.OpenOfAsync(tag, cancellationToken)).ToList();
        var read = recordings.WaitingAsync(cancellationToken).Take(MostRecordings).ToListAsync(cancellationToken).AsTask();
        var said = news.NewsOfAsync(reader.Id, cancellationToken).Take(MostNews).Select(row => row.Value.Text).Distinct()
            .CountAsync(cancellationToken).AsTask();
        var translated = await Task.WhenAll(open);
        return TodayFound.Nothing with
        {
            Translations = [.. translated.SelectMany(language => language.Entries)],
            AndMore = translated.Any(language => language.AndMore),
            Recordings = await read,
            Comments = await said,
        };
    }
}
