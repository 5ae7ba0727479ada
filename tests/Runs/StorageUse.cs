namespace Dissemination.Tests.Runs;

/// <summary>How many storage transactions were for one thing.</summary>
/// <param name="By"><c>program</c>, or <c>host</c> for what wakes it.</param>
/// <param name="Service"><c>table</c>, <c>queue</c> or <c>blob</c>.</param>
/// <param name="Name">The table, queue or container.</param>
/// <param name="Access"><c>read</c> or <c>write</c>.</param>
internal sealed record StorageUse(string By, string Service, string Name, string Access, long Count)
{
    public const string Program = "program";

    public const string Host = "host";
}
