using System.Globalization;

namespace Dissemination.Reports;

/// <summary>While it is there, all texts are of one language, whatever the machine's or the reader's is.</summary>
internal sealed class WrittenIn : IDisposable
{
    private readonly CultureInfo _before;

    public WrittenIn(string language)
    {
        _before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
