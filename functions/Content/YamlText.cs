using System.Collections.Immutable;
using Dissemination.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dissemination.Content;

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
        try
        {
            var reading = new Reading(file, firstLine - 1, new Parser(new StringReader(text)));
            return reading.Document();
        }
        catch (YamlException e)
        {
            problems.Add(new(nameof(ProblemTexts.YamlBroken), new(file, firstLine - 1 + (int)Math.Max(e.Start.Line, 1))));
        }
        catch (RefusedYamlException e)
        {
            problems.Add(e.Problem);
        }

        return null;
    }

    private sealed class Reading(string file, int offset, IParser parser)
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
                return new TextField(place, scalar is { IsPlainImplicit: true, Value: "~" or "null" } ? "" : scalar.Value.Trim());
            }

            return parser.TryConsume<SequenceStart>(out _) ? new ListField(place, Elements(place, depth)) : Group(place, depth);
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

                var named = at with { Field = place.Field is { } outer ? $"{outer}.{key.Value}" : key.Value };
                var value = Node(named, depth - 1);

                // A value is where its key is: an empty or folded one begins on a line that means nothing to a reader.
                members.Add(new(key.Value, value with { Place = named }));
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
