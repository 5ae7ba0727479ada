using Microsoft.EntityFrameworkCore;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>What the provider remembers: which codes it gave and which were used.</summary>
internal sealed class ProviderStore(DbContextOptions<ProviderStore> options) : DbContext(options);
