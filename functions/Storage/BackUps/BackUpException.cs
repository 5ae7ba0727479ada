namespace Dissemination.Storage.BackUps;

/// <summary>Why a back-up cannot be made or brought back, in words for whoever asked for it.</summary>
internal sealed class BackUpException(string message) : Exception(message);
