using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Collection;

/// <summary>Holds the settings to what <see cref="CollectionOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class CollectionOptionsValidator : IValidateOptions<CollectionOptions>;
