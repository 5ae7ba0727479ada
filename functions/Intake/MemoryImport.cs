using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Memory;

namespace Dissemination.Intake;

/// <summary>
/// Takes memories of other tools in (TMX), each as a whole or not at all. A file of the content (<c>memory/blt-Tavt.tmx</c>) replaces what
/// one of the same path said; what a person sends is known by what it says.
/// </summary>
internal sealed class MemoryImport(MemoryStore memory, Store store, TimeProvider time)
{
    private const int MostNameLetters = 200;

    public async Task<ImmutableArray<Problem>> TakeAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = HandedInFile.Stem(path);
        var refused = SuppliedTranslationReader.CheckLanguage(name, new(path));
        if (!refused.IsEmpty)
        {
            return refused;
        }

        var read = TmxPairs.Read(path, content.Span, new(name));
        if (read.IsValid)
        {
            var file = FileOf(IdOf(path), path, read.Value, handIn.Person, handIn.Id);
            await TakeAsync(new(name), file, read.Value, cancellationToken);
        }

        return read.Problems;
    }

    /// <summary>Takes the units of one language; a file with a mistake in it changes nothing.</summary>
    /// <param name="name">The file as the person knows it.</param>
    public async Task<Parsed<TakenMemory>> ReadAsync(
        LanguageTag language, string name, ReadOnlyMemory<byte> content, PersonId by, CancellationToken cancellationToken)
    {
        if (language.IsVietnamese)
        {
            return Parsed<TakenMemory>.Bad([new(nameof(ProblemTexts.OriginalIsNoTranslation), new(name))]);
        }

        var read = TmxPairs.Read(name, content.Span, language);
        if (!read.IsValid)
        {
            return Parsed<TakenMemory>.Bad(read.Problems);
        }

        var file = FileOf(IdOf(read.Value.Pairs), name, read.Value, by, handIn: null);
        return Parsed<TakenMemory>.Of(await TakeAsync(language, file, read.Value, cancellationToken));
    }

    /// <summary>Takes back what a file suggested, and records who did.</summary>
    /// <returns>False where there is no such file.</returns>
    public async Task<bool> RemoveAsync(LanguageTag language, string file, PersonId by, CancellationToken cancellationToken)
    {
        if (await memory.FilesAsync(language, cancellationToken).FirstOrDefaultAsync(taken => taken.Id == file, cancellationToken)
            is not { } known)
        {
            return false;
        }

        // Before it is done: nothing is done by nobody, whatever a crash cuts off.
        await RecordAsync(language, by, "memory-removed", known.Name, cancellationToken);
        await memory.RemoveAsync(language, known, cancellationToken);
        return true;
    }

    private async Task<TakenMemory> TakeAsync(
        LanguageTag language, MemoryFile file, TmxPairs read, CancellationToken cancellationToken)
    {
        var isNew = await memory.TakeAsync(language, file, read.Pairs, cancellationToken);
        if (isNew)
        {
            await RecordAsync(
                language,
                file.By,
                "memory-taken",
                string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Segments} ({file.LeftOut})"),
                cancellationToken);
        }

        return new(file, isNew, read.LeftOut);
    }

    private MemoryFile FileOf(string id, string name, TmxPairs read, PersonId? by, HandInId? handIn) =>
        new(id, Called(name), by, time.GetUtcNow(), read.Pairs.Length, read.NotTaken, handIn);

    private async Task RecordAsync(LanguageTag language, PersonId? by, string what, string detail, CancellationToken cancellationToken) =>
        await new Transaction(Keys.Editorial)
            .Record(new("memory", time.GetUtcNow(), by?.Value ?? HistoryEntry.System, what, Language: language.Value, Detail: detail))
            .CommitAsync(store.Editorial, cancellationToken);

    /// <summary>Some browsers tell the whole path.</summary>
    private static string Called(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(rune => !Rune.IsControl(rune)));
        return last.Length <= MostNameLetters ? last : string.Concat(last.AsSpan(0, MostNameLetters - 1), "…");
    }

    private static string IdOf(string path) => IdOf([path]);

    private static string IdOf(ImmutableArray<MemoryPair> pairs) => IdOf(pairs.SelectMany(pair => new[] { pair.Source, pair.Target }));

    private static string IdOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{text}\0"));
        }

        return $"tmx-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
