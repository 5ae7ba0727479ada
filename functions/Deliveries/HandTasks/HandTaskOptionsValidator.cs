using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>Holds the settings to what <see cref="HandTaskOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class HandTaskOptionsValidator : IValidateOptions<HandTaskOptions>;
