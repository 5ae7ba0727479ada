using System.Globalization;

namespace Dissemination.Storage;

/// <summary>The keys of what the reviewers' bot is to tell, and has told.</summary>
internal static class KeysOfReviewing
{
    /// <summary>
    /// A translation that came into review, left it or changed hands there, and that its reviewers have not heard of yet.
    /// </summary>
    public static string ReviewNews(string version) => $"{ReviewNewsPrefix}{version}";

    public const string ReviewNewsPrefix = "reviewnews.";

    /// <summary>What a person was told of a translation on Telegram.</summary>
    /// <param name="code">Stands for the translation: its name is too long for a button.</param>
    public static string ReviewerMessage(string code, string person) => $"{ReviewerMessages(code)}{person}";

    public static string ReviewerMessages(string code) => $"reviewermessage.{code}.";

    /// <summary>A question for the reason of a return, by the message that asks it.</summary>
    public static string ReasonQuestion(string person, int message) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReasonQuestions(person)}{message}");

    public static string ReasonQuestions(string person) => $"reasonquestion.{person}.";

    /// <summary>A recording that came into review or left it, and that those who may listen have not heard of yet.</summary>
    public static string VoiceNews(string text) => $"{VoiceNewsPrefix}{text}";

    public const string VoiceNewsPrefix = "voicenews.";

    /// <summary>What a person was told of a recording on Telegram.</summary>
    /// <param name="code">Stands for the recording: its name is too long for a button.</param>
    public static string ListenerMessage(string code, string person) => $"{ListenerMessages(code)}{person}";

    public static string ListenerMessages(string code) => $"listenermessage.{code}.";

    /// <summary>Until which hand tasks a commune's people were reminded.</summary>
    public static string Reminded(string commune) => $"{RemindedPrefix}{commune}";

    public const string RemindedPrefix = "reminded.";

    /// <summary>A reminder of hand tasks that a person is to get, by the time from which on.</summary>
    public static string ReminderDue(DateTimeOffset at, string person, string kind) => $"{ReminderDuePrefix}{Keys.Ticks(at)}.{person}.{kind}";

    public const string ReminderDuePrefix = "reminder.";

    /// <summary>First after all reminders that are due by then.</summary>
    public static string ReminderDueAfter(DateTimeOffset at) => $"{ReminderDuePrefix}{Keys.Ticks(at.AddTicks(1))}";
}
