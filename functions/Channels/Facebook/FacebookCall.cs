namespace Dissemination.Channels.Facebook;

/// <summary>What a call does, as far as its failure depends on it.</summary>
internal enum FacebookCall
{
    /// <summary>Makes a post that people see: a second one would be a second post.</summary>
    Publish,

    /// <summary>Brings a picture that nobody sees yet: harmless to repeat.</summary>
    Upload,

    /// <summary>Edits or deletes a post: harmless to repeat.</summary>
    Change,
}
