using System.Collections.Immutable;
using Dissemination.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dissemination.Intake;

/// <summary>
/// YAML as named values with their lines. Read from the parser's events and not through its object model, which stops at the first
/// key that stands twice, follows aliases and recurses as deep as the text wants.
/// </summary>
internal static class YamlText
{
    private const int MostDepth = 8;

    /// <param name="firstLine">The line of the file on which the text begins.</param>
    public static GroupField? Read(string file, string text, int firstLine, List<Problem> problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new Reading(file, firstLine - 1, parser, text).Document();
        }
        catch (YamlException e)
        {
            problems.Add(Broken(file, text, firstLine, e));
        }
        catch (InvalidOperationException)
        {
            // The parser's own, without a place, where a list in brackets is not closed on its line.
            problems.Add(new(nameof(ProblemTexts.YamlBroken), new(file, firstLine - 1 + (int)Math.Max(parser.Current?.End.Line ?? 1, 1))));
        }
        catch (RefusedYamlException e)
        {
            problems.Add(e.Problem);
        }

        return null;
    }

    /// <summary>
    /// A line that is indented by a tab is broken where it stands; the parser tells a line above it, or one that goes on to it.
    /// </summary>
    private static Problem Broken(string file, string text, int firstLine, YamlException e)
    {
        var lines = text.Split('\n');
        var line = (int)Math.Clamp(e.Start.Line, 1, lines.Length);
        var tab = 1 + Array.FindIndex(
            lines, line - 1, written => written.AsSpan(0, written.Length - written.AsSpan().TrimStart().Length).Contains('\t'));
        return tab > 0 && (tab <= e.End.Line || e.Message.Contains(" tab ", StringComparison.Ordinal))
            ? new(nameof(ProblemTexts.YamlTab), new(file, firstLine - 1 + tab))
            : new(nameof(ProblemTexts.YamlBroken), new(file, firstLine - 1 + line));
    }

    private sealed class Reading(string file, int offset, IParser parser, string text)
    {
        public GroupField Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return new(new(file, offset + 1), []);
            }

            parser.Consume<DocumentStart>();
            if (Node(new(file), MostDepth) is not GroupField group)
            {
                throw Refused(nameof(ProblemTexts.YamlNotKeys), new(file, offset + 1));
            }

            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _) ? group : throw Refused(nameof(ProblemTexts.YamlRefused), Here(new(file)));
        }

        private Field Node(Place outer, int depth)
        {
            var place = Here(outer);
            if (depth == 0 || parser.Accept<AnchorAlias>(out _))
            {
                throw Refused(nameof(ProblemTexts.YamlRefused), place);
            }

            if (parser.TryConsume<Scalar>(out var scalar))
            {
                return Value(place, scalar);
            }

            return parser.TryConsume<SequenceStart>(out _) ? new ListField(place, Elements(place, depth)) : Group(place, depth);
        }

        /// <summary>What is set apart by YAML's own marks before a value would be gone without a word, so it is refused.</summary>
        private TextField Value(Place place, Scalar scalar) =>
            !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty ? throw Refused(nameof(ProblemTexts.YamlRefused), place)
            : scalar.Style is not ScalarStyle.Plain ? new(place, Invisible.Trim(scalar.Value))
            : new(place, scalar.Value is "~" or "null" ? "" : Invisible.Trim(scalar.Value), Remark((int)scalar.End.Index));

        /// <summary>What YAML takes for a remark behind a value. An author who writes "cuộc thi #1" means it.</summary>
        private string Remark(int at)
        {
            var rest = text.AsSpan(at);
            rest = rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)];
            return rest is [' ' or '\t', ..] && rest.TrimStart() is ['#', ..] ? rest.TrimEnd().ToString() : "";
        }

        private ImmutableArray<Field> Elements(Place place, int depth)
        {
            var elements = ImmutableArray.CreateBuilder<Field>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                elements.Add(Node(place, depth - 1));
            }

            return elements.ToImmutable();
        }

        private GroupField Group(Place place, int depth)
        {
            var members = ImmutableArray.CreateBuilder<KeyValuePair<string, Field>>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var at = Here(place);
                if (!parser.TryConsume<Scalar>(out var key))
                {
                    throw Refused(nameof(ProblemTexts.YamlRefused), at);
                }

                var name = Invisible.Trim(key.Value);
                var named = at with { Field = place.Field is { } outer ? $"{outer}.{name}" : name };
                var value = Node(named, depth - 1);

                // A value is where its key is: an empty or folded one begins on a line that means nothing to a reader.
                members.Add(new(name, value with { Place = named }));
            }

            return new(place, members.ToImmutable());
        }

        private Place Here(Place outer)
        {
            parser.Accept<ParsingEvent>(out var next);
            return outer with { Line = offset + (int)(next?.Start.Line ?? 1) };
        }

        private static RefusedYamlException Refused(string code, Place place) => new(new(code, place));
    }

    /// <summary>Leaves a parser that is deep inside a text; never leaves this file.</summary>
    private sealed class RefusedYamlException(Problem problem) : Exception
    {
        public Problem Problem { get; } = problem;
    }
}
