using System.Text.Json;

using Dissemination.Triggers.Contract;

namespace Dissemination.Tests.Triggers;

/// <summary>Invocations from the bodies that a host posts.</summary>
internal static class Invocations
{
    public static Invocation Read(string body) => Invocation.Read("Test", "1", JsonDocument.Parse(body).RootElement);

    public static Invocation Read(byte[] body) => Invocation.Read("Test", "1", JsonDocument.Parse(body).RootElement);
}
