using System.Text;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary>What all text for a terminal goes through: a value from somebody else's file can be shown, and cannot act.</summary>
/// <param name="screen">Where it goes.</param>
internal sealed class PrintableWriter(TextWriter screen) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => screen.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write($"{value}");

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <inheritdoc/>
    public override void Write(string? value) => screen.Write(TextRules.Printable(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine() => screen.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(string? value) => screen.WriteLine(TextRules.Printable(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => screen.Flush();
}
