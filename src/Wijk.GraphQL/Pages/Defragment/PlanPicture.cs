using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Defragment;

/// <summary>Where everything stands in a picture of a plan: round an oval, evenly from top to bottom, so that no two names meet.</summary>
/// <param name="Height">How high it is, in units of which <see cref="Width"/> go across.</param>
/// <param name="Nodes">Those a plan is about.</param>
/// <param name="Lines">Who know each other.</param>
public sealed record PlanPicture(int Height, ImmutableArray<DrawnNode> Nodes, ImmutableArray<DrawnLine> Lines)
{
    /// <summary>How wide it is, how large a node is, and how far the lines of a name are apart.</summary>
    public const int Width = 720, Radius = 13, LineHeight = 16;

    // From the middle to a node, from a node to the next below it, the room above and below, and the letters that fit beside a node.
    private const int Reach = 115, Step = 44, Margin = 30, LettersInLine = 29, LinesOfName = 2;

    // The oval is cut off above and below: the first on the left and the first on the right stand apart.
    private const double Cut = 1.2;

    /// <summary>The picture of a plan, as it is known now or with what is added.</summary>
    public static PlanPicture Of(DefragmentPlan plan, PlanNetwork network, bool isAfter)
    {
        var (members, onTheRight) = (network.Members, (network.Members.Length + 1) / 2);
        var height = (Math.Max(onTheRight - 1, 2) * Step) + (2 * Margin);
        ImmutableArray<DrawnNode> nodes = [.. members.Select((member, place) =>
        {
            var isOnTheRight = place < onTheRight;
            var at = isOnTheRight ? Place(place, onTheRight, 1, height) : Place(members.Length - 1 - place, members.Length - onTheRight, -1, height);
            return new DrawnNode(
                place + 1, at, isOnTheRight, plan.View.Graph.Node(member).Kind == NodeKind.Initiative, network.Invited.Contains(member) ? "invited" : null,
                Wrap(TableWords.NameOf(plan.View, member)));
        })];
        var lines = isAfter ? network.Now.Concat(network.Added) : network.Now;
        return new(height, nodes, [.. lines.Select(line => new DrawnLine(nodes[members.IndexOf(line.A)].At, nodes[members.IndexOf(line.B)].At, ClassOf(line.Tie)))]);
    }

    /// <summary>How a line is drawn.</summary>
    public static string ClassOf(PlanTie tie) => $"{tie}".ToLowerInvariant();

    private static (int X, int Y) Place(int place, int count, int side, int height)
    {
        var (middle, y) = (height / 2, count == 1 ? height / 2 : Margin + ((height - (2 * Margin)) * place / (count - 1)));
        var above = (y - middle) / (Cut * (middle - Margin));
        return ((Width / 2) + (side * (int)Math.Round(Reach * Math.Sqrt(1 - (above * above)))), y);
    }

    private static ImmutableArray<string> Wrap(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= LettersInLine) lines[^1] += " " + word;
            else lines.Add(word);
        }

        if (lines.Count > LinesOfName) lines[LinesOfName - 1] += "…";
        return [.. lines.Take(LinesOfName).Select(line => line.Length <= LettersInLine + 1 ? line : line[..LettersInLine] + "…")];
    }
}

/// <summary>A node in a picture.</summary>
/// <param name="Number">Its number in the list beside the picture.</param>
/// <param name="At">Its middle.</param>
/// <param name="IsOnTheRight">Whether its name stands on the right of it.</param>
/// <param name="IsInitiative">Whether it is a residents' initiative.</param>
/// <param name="Class">How it is drawn.</param>
/// <param name="Label">Its name, in lines.</param>
public sealed record DrawnNode(int Number, (int X, int Y) At, bool IsOnTheRight, bool IsInitiative, string? Class, ImmutableArray<string> Label)
{
    /// <summary>Where its name begins, or ends.</summary>
    public int LabelX => At.X + ((IsOnTheRight ? 1 : -1) * (PlanPicture.Radius + 7));

    /// <summary>Where the first line of its name stands.</summary>
    public int LabelTop => At.Y + 5 - ((Label.Length - 1) * PlanPicture.LineHeight / 2);
}

/// <summary>A line in a picture.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Class">How it is drawn.</param>
public sealed record DrawnLine((int X, int Y) From, (int X, int Y) To, string Class);
