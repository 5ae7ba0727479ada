using Dissemination.Intake.Drafts;

namespace Dissemination.Intake;

internal static class IntakeSetup
{
    /// <summary>Intake of what is handed in, and what people decide about the items that come of it.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) =>
        services
            .AddDataProtection().Services
            .AddSingleton<HandInSeal>()
            .AddSingleton<HandInService>()
            .AddSingleton<HandInStore>()
            .AddSingleton<ReplacedHandIns>()
            .AddSingleton<RejectionStore>()
            .AddSingleton<HandInSettlement>()
            .AddSingleton<UnreachedFollowers>()
            .AddSingleton<ItemIntake>()
            .AddSingleton<ReferenceIntake>()
            .AddSingleton<PictureRevisions>()
            .AddSingleton<GlossaryImport>()
            .AddSingleton<MemoryImport>()
            .AddSingleton<SpellingImport>()
            .AddSingleton<LanguageFileIntake>()
            .AddSingleton<FileIntake>()
            .AddSingleton<ContentIntake>()
            .AddSingleton<WaitingHandIns>()
            .AddSingleton<ProposalNotes>()
            .AddSingleton<DirectoryFollowUp>()
            .AddSingleton<DirectoryTaking>()
            .AddSingleton<DirectoryProposals>()
            .AddSingleton<DirectoryImport>()
            .AddSingleton<UndeliveredEvents>()
            .AddSingleton<DirectoryEditing>()
            .AddSingleton<ItemCommands>()
            .AddSingleton<DraftStore>()
            .AddSingleton<DraftReferences>()
            .AddSingleton<DraftDrop>()
            .AddSingleton<DraftService>()
            .AddSingleton<CorrectionDrafts>()
            .AddSingleton<SheetService>();
}
