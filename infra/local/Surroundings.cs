using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

using Microsoft.Win32.SafeHandles;

namespace Dissemination.Local;

/// <summary>What the machine itself must offer.</summary>
internal static class Surroundings
{
    private const int OldestIcu = 50;
    private const int NewestIcu = 99;
    private const nint StandardError = 2;

    // No resources and no Console here: both need the very cultures that are missing.
    private static ReadOnlySpan<byte> IcuMissing => """
        Thiếu libicu: hãy cài gói libicu (Debian, Ubuntu: apt-get install libicu-dev) và bỏ biến DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.
        libicu is missing: install the libicu package (Debian, Ubuntu: apt-get install libicu-dev) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.

        """u8;

    /// <summary>
    /// Vietnamese dates and names need ICU. Without the library .NET ends the process at the first use of a culture, and where
    /// a container switches globalisation off, dates are wrong in silence: so this looks first, and uses no culture until it knows.
    /// </summary>
    /// <returns>False when it is missing; that has been said then.</returns>
    public static bool HaveLanguages()
    {
        if (HasIcu() && HasVietnamese())
        {
            return true;
        }

        using var errors = OperatingSystem.IsWindows()
            ? Console.OpenStandardError()
            : new FileStream(new SafeFileHandle(StandardError, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        errors.Write(IcuMissing);
        return false;
    }

    private static bool HasIcu()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is not null)
        {
            return true;
        }

        for (var version = NewestIcu; version >= OldestIcu; version--)
        {
            // Written digit by digit, for a number's ToString is a use of a culture.
            if (NativeLibrary.TryLoad("libicuuc.so." + (char)('0' + (version / 10)) + (char)('0' + (version % 10)), out _))
            {
                return true;
            }
        }

        return NativeLibrary.TryLoad("libicuuc.so", out _);
    }

    private static bool HasVietnamese()
    {
        try
        {
            _ = CultureInfo.GetCultureInfo("vi-VN");
            return "Điện Biên".Normalize(NormalizationForm.FormD).Length > "Điện Biên".Length;
        }
        catch (Exception failure) when (failure is CultureNotFoundException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
