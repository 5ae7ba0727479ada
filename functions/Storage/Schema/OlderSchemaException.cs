namespace Dissemination.Storage.Schema;

/// <summary>The stored deliveries are of a program that kept them otherwise: this one would not know what has gone out.</summary>
internal sealed class OlderSchemaException(string table) : Exception(
    $"The table {table} holds deliveries of a program of before version 1.0.0, which kept them otherwise. This program does not start: it "
    + "cannot read what has gone out, and would send it again. Deploy the program that wrote them again, and let it finish what is under "
    + "way. Then begin in a new storage account: hand in the directory, the glossaries and what is still to go out; leave out what has gone "
    + "out. Keep the old account, where no program runs on it any more, for what it records.");
