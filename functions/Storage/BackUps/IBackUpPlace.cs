namespace Dissemination.Storage.BackUps;

/// <summary>Where back-ups lie: a folder, or a container of a storage account.</summary>
internal interface IBackUpPlace
{
    Task<bool> HasAsync(string name, CancellationToken cancellationToken);

    /// <returns>Null where there is none of that name.</returns>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes all of it or, where it is killed, nothing.</summary>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The names in a folder of it, in order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken);
}
