namespace Dissemination.Translation.Checks.Scripts;

/// <summary>What a word says about the spelling of Mông that it is written in.</summary>
internal enum MongSign
{
    /// <summary>It can be either, or neither.</summary>
    None,

    /// <summary>It is surely in the spelling of Việt Nam.</summary>
    Chv,

    /// <summary>It is surely RPA.</summary>
    Rpa,

    /// <summary>It ends like RPA, but loan words end like that too.</summary>
    PerhapsRpa,
}
