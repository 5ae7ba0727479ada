namespace Dissemination.Storage.Schema;

/// <summary>The stored records are of a newer program: this one would spoil what it does not know, so it does not start.</summary>
internal sealed class NewerSchemaException(int version) : Exception(
    $"The stored records have the version {version}; this program knows {SchemaState.Current} at most. It does not start, because it would "
    + "spoil what it does not know. Deploy the newer program again, or bring a back-up of before back into a new storage account.");
