using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>The state by which a list is filtered, as an address names it.</summary>
internal static class StateFilter
{
    /// <returns>The problem with a name that is no state.</returns>
    public static Problem? Read<T>(string? name, out T? state)
        where T : struct, Enum
    {
        state = name is null ? null : Names.Find<T>(name);
        return name is null || state is not null
            ? null
            : new(nameof(ProblemTexts.UnknownState), null, name, string.Join(", ", Enum.GetValues<T>().Select(Names.Of)));
    }
}
