using System.Collections.Immutable;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>What the list of recordings needs, and the list.</summary>
internal sealed record RecordingListServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] RecordingReader Recordings,
    [FromServices] PublishedVersionStore Published,
    [FromServices] FeedVoiceStore Voices,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    /// <summary>For how long a text that went out is offered to be read aloud.</summary>
    private const int Days = 30;

    private const int Most = 40;

    /// <summary>Two transactions for each language, and one.</summary>
    public async Task<IResult> ShowAsync(CancellationToken cancellationToken)
    {
        var (person, directory) = (Caller.Person, await Directories.CurrentAsync(cancellationToken));
        List<RecordingEntry> waiting = [];
        foreach (var language in LanguagesOf(person))
        {
            var page = await Recordings.WaitingAsync(language, continuation: null, cancellationToken);
            waiting.AddRange(page.Rows.Select(row => row.Value).Where(entry => person.Is(Role.Staff) || entry.IsFor(person, directory)));
        }

        return PageAnswers.Page<RecordingListPage, RecordingListModel>(
            new(PageFrame.Of(Context, Texts.RecordingsTitle))
            {
                Waiting = [.. waiting.OrderBy(entry => entry.Since)],
                ToRead = await ToReadAsync(person, directory, cancellationToken),
            });
    }

    private async Task<ImmutableArray<OutOccasion>> ToReadAsync(
        Person person, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var today = LocalTime.DayOf(Time.GetUtcNow());
        var languages = LanguagesOf(person);
        var wanted = (await Published.OnCalendarAsync(today.AddDays(-Days), today.AddDays(1), cancellationToken))
            .Where(version => languages.Contains(version.Version.Language)
                && (version.Communes.IsEmpty || person.Commune is not { } own
                    || version.Communes.Any(commune => directory.Successor(commune) == own)))
            .ToList();
        HashSet<VersionId> said = [];
        foreach (var language in languages)
        {
            said.UnionWith((await Voices.NewestAsync(language, cancellationToken))
                .Where(voice => !voice.Text.IsVariant).Select(voice => voice.Text.Version));
        }

        return
        [
            .. wanted
                .Where(version => !said.Contains(version.Version))
                .GroupBy(version => (version.Version.Item, version.Version.Language))
                .Select(versions => versions.MaxBy(version => version.Version.Revision)!)
                .OrderByDescending(version => version.At)
                .Take(Most),
        ];
    }

    /// <summary>A communicator reads Vietnamese aloud too; provincial staff see what all do.</summary>
    private static ImmutableArray<LanguageTag> LanguagesOf(Person person) =>
        person.Is(Role.Staff)
            ? [.. Languages.All.Select(language => language.Tag).Append(LanguageTag.Vietnamese).Distinct()]
            : [.. person.Languages.Append(LanguageTag.Vietnamese).Distinct()];
}
