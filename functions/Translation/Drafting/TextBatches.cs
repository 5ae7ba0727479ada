namespace Dissemination.Translation.Drafting;

/// <summary>Cuts a list of texts into calls that a service takes.</summary>
internal static class TextBatches
{
    /// <summary>As few runs as the limits allow, in order.</summary>
    /// <param name="texts">None longer than the most characters.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> texts, int mostTexts, int mostCharacters)
    {
        List<string> batch = [];
        var characters = 0;
        foreach (var text in texts)
        {
            if (batch.Count > 0 && (batch.Count == mostTexts || characters + text.Length > mostCharacters))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(text);
            characters += text.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
