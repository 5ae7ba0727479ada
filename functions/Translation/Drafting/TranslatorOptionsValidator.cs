using Microsoft.Extensions.Options;

namespace Dissemination.Translation.Drafting;

/// <summary>Holds the settings to what <see cref="TranslatorOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class TranslatorOptionsValidator : IValidateOptions<TranslatorOptions>;
