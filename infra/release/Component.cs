using System.Collections.Immutable;

namespace Dissemination.Release;

/// <summary>Something of others that travels with the program.</summary>
internal sealed record Component
{
    /// <summary>Its address among packages (package URL), by which lists of vulnerabilities know it.</summary>
    public required string Purl { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>An SPDX expression; null where nobody said yet what it is.</summary>
    public required string? Licence { get; init; }

    /// <summary>What it says of its licence itself, where <see cref="Licence"/> is read from that.</summary>
    public string? Declared { get; init; }

    public string? Authors { get; init; }

    public string? Copyright { get; init; }

    /// <summary>The SHA-512 of the package as it was fetched, in hexadecimal.</summary>
    public string? Sha512 { get; init; }

    /// <summary>Its files in the published folder; none where it lies inside the program itself.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The <see cref="Purl"/>s of what it needs, as far as it travels too.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Licences and notices of third parties that the package holds, as paths on this machine.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];
}
