using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Places;

/// <summary>What the guide needs, and its pages.</summary>
internal sealed record ConnectServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DirectoryStore Directories,
    [FromServices] DirectoryEditing Editing,
    [FromServices] DirectoryEditService Edits,
    [FromServices] ConnectionService Connections,
    [FromServices] TestSends Tests)
{
    /// <summary>A step of the guide; where nothing has been said yet, the page proposes something.</summary>
    public async Task<IResult> ShowAsync(ChannelKind channel, int step, ConnectForm form, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        form = form.Of(channel);
        if (form.Cells["id"].Length == 0)
        {
            form = form with { Cells = form.Cells.SetItem("id", ChannelForm.NameOf(channel)) };
        }

        var isNamed = form.CredentialName.Length > 0;
        var malformed = isNamed && !DestinationRows.IsCredentialName(form.CredentialName);
        return Page(new(FrameOf(channel, form, step, []), channel, Math.Clamp(step, 1, ConnectGuide.Steps), form, directory)
        {
            Wrong = malformed
                ? [new(nameof(ProblemTexts.CredentialMalformed), new(DirectoryFiles.Destinations, Field: "credential"))]
                : [],
            NotFound = isNamed && !malformed ? Connections.WhyNotConfigured(Probe(channel, form.CredentialName)) : null,
            TestForm = Context.TraceIdentifier,
        });
    }

    /// <summary>Asks the channel whether posts would arrive, without posting.</summary>
    public Task<IResult> CheckAsync(ChannelKind channel, ConnectForm form, CancellationToken cancellationToken) =>
        WithPlaceAsync(
            channel,
            form.Of(channel),
            async (place, model) => Page(model(await Connections.CheckAsync(place, cancellationToken), null, [])),
            cancellationToken);

    /// <summary>Sends a test message to a place that the directory does not name yet.</summary>
    public Task<IResult> TestAsync(ChannelKind channel, ConnectForm form, CancellationToken cancellationToken) =>
        WithPlaceAsync(
            channel,
            form.Of(channel),
            async (place, model) =>
            {
                var test = await Tests.SendAsync(place, form.Form, Caller.Person, cancellationToken);
                IReadOnlyList<Problem> why = test.Value?.Reason is { } reason ? [reason] : test.Problems;
                return Page(model(null, test.Value, why), why);
            },
            cancellationToken);

    /// <summary>Adds the place: it only adds, so that it is taken at once.</summary>
    public Task<IResult> AddAsync(ChannelKind channel, ConnectForm form, CancellationToken cancellationToken) =>
        WithPlaceAsync(
            channel,
            form.Of(channel),
            async (place, model) =>
            {
                var saved = await Edits.SaveAsync(
                    form.Of(channel).Edit, hasSeen: true, agreesToConsequences: false, Caller.Person, cancellationToken);
                return saved.Step is null
                    ? Page(model(null, null, saved.Problems), saved.Problems)
                    : PageAnswers.Done(DirectoryAddress.Of(DirectoryTable.Destinations, place.Id.ToString()), DoneLabels.DirectoryRowSaved);
            },
            cancellationToken);

    /// <summary>What is wrong with the form is told beside its fields, before anything is asked of the channel.</summary>
    private async Task<IResult> WithPlaceAsync(
        ChannelKind channel, ConnectForm form, Func<Destination, ShowPlace, Task<IResult>> then, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var read = await Editing.ReadAsync(form.Edit, cancellationToken);
        return read.IsValid && DestinationIn(read.Value) is { } place
            ? await then(place, Shown)
            : Page(Shown(null, null, read.Problems), read.Problems);

        ConnectModel Shown(IReadOnlyList<Problem>? found, TestSend? test, IReadOnlyList<Problem> problems) =>
            new(FrameOf(channel, form, ConnectGuide.Steps, problems), channel, ConnectGuide.Steps, form, directory)
            {
                Wrong = [.. problems],
                Found = found,
                Test = test,
                TestForm = Context.TraceIdentifier,
            };
    }

    /// <summary>A place of which only the credential is known yet.</summary>
    private static Destination Probe(ChannelKind channel, string credential) =>
        new(new(new("x"), "x"), channel, credential, "", credential, []);

    private PageFrame FrameOf(ChannelKind channel, ConnectForm form, int step, IReadOnlyList<Problem> problems) =>
        PageFrame.Of(Context, ConnectGuide.TitleOf(channel), form.AddressOf(channel, step)) with
        {
            Problems = [.. problems.Where(problem => !DirectoryRowView.IsBesideField(problem))],
        };

    private static IResult Page(ConnectModel model, IReadOnlyList<Problem>? problems = null) =>
        PageAnswers.Page<ConnectPage, ConnectModel>(model, PageAnswers.StatusOf(problems ?? []));

    private static Destination? DestinationIn(EditedDirectory edited) =>
        DestinationId.TryParse(edited.Edit.Id, null, out var id) ? edited.Change.Wanted.Find(id) : null;

    /// <summary>The last step with what was learned of the place.</summary>
    private delegate ConnectModel ShowPlace(IReadOnlyList<Problem>? found, TestSend? test, IReadOnlyList<Problem> problems);
}
