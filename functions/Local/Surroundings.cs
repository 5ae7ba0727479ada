using System.Globalization;
using System.Text;

namespace Dissemination.Local;

/// <summary>What the machine itself must offer.</summary>
internal static class Surroundings
{
    /// <summary>Vietnamese dates and names need ICU; a container that switches globalisation off would show them wrong in silence.</summary>
    public static void CheckLanguages()
    {
        try
        {
            _ = CultureInfo.GetCultureInfo("vi-VN");
            _ = "Điện Biên".Normalize(NormalizationForm.FormD);
        }
        catch (Exception failure) when (failure is CultureNotFoundException or PlatformNotSupportedException)
        {
            // No resources here: reading them needs the very cultures that are missing.
            throw new StartProblem(new(
                "Thiếu libicu: hãy cài gói libicu và bỏ biến DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.",
                "libicu is missing: install the libicu package and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT."));
        }
    }
}
