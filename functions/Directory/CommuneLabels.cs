using System.Globalization;

namespace Dissemination.Directory;

/// <summary>Communes in the reader's words.</summary>
internal static class CommuneLabels
{
    /// <summary>The order in which Vietnamese readers look names up.</summary>
    public static StringComparer ByName { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>A commune by its name; of one that the directory names no more that is said.</summary>
    public static string NameOf(Commune commune) => Said(commune, commune.Name);

    /// <param name="name">What it is called, with its kind or without.</param>
    public static string Said(Commune commune, string name) =>
        commune.IsGone ? Texts.CommuneGone.Replace("{0}", name, StringComparison.Ordinal) : name;
}
