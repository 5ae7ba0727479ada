namespace Dissemination.Triggers.Contract;

/// <summary>The host's request is not one that the custom-handler contract describes.</summary>
internal sealed class InvocationFormatException(string message, Exception? inner = null) : Exception(message, inner);
