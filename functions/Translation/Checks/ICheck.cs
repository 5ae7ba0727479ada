namespace Dissemination.Translation.Checks;

/// <summary>
/// One thing that is looked at in a translation: a pure function, linear in the length of the text. Adding a check adds a file and a line
/// in <see cref="TranslationChecks"/>.
/// </summary>
internal interface ICheck
{
    IEnumerable<Finding> Find(CheckedText text);
}
