using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>Made by the compiler from the attributes of <see cref="OpenIdOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>;
