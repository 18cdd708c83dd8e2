using System.Text.Json;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>A statement's rows: the whole body, complete and without errors, in a pooled buffer that goes back when this is disposed.</summary>
internal sealed class Answer : IDisposable
{
    private readonly PooledBytes body;
    private readonly string[] fields;
    private readonly int[] cells;

    /// <param name="body">The body; from now on this answer's to give back.</param>
    /// <param name="fields">The columns' names.</param>
    /// <param name="cells">For each value, row by row, where it starts and ends in the body; length = 2 x rows x columns.</param>
    /// <param name="rowCount">How many rows it has.</param>
    public Answer(PooledBytes body, string[] fields, int[] cells, int rowCount) =>
        (this.body, this.fields, this.cells, RowCount) = (body, fields, cells, rowCount);

    /// <summary>The columns' names, in the order of the statement.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>How many rows it has.</summary>
    public int RowCount { get; }

    /// <summary>A reader on the first token of a value; it ends behind that value.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Utf8JsonReader Value(int row, string column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        var place = Array.IndexOf(fields, column);
        if (place < 0) throw new ArgumentException($"There is no column '{column}'; the statement returns {string.Join(", ", fields)}.", nameof(column));
        var cell = 2 * (row * fields.Length + place);
        var reader = new Utf8JsonReader(body.Span[cells[cell]..cells[cell + 1]]);
        reader.Read();
        return reader;
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public long Int64(int row, string column) => Value(row, column).GetInt64();

    /// <summary>A text; null when the value is null.</summary>
    /// <exception cref="InvalidOperationException">The value is not a text.</exception>
    public string? Text(int row, string column) => Value(row, column).GetString();

    /// <summary>A yes or no.</summary>
    /// <exception cref="InvalidOperationException">The value is neither.</exception>
    public bool Flag(int row, string column) => Value(row, column).GetBoolean();

    public void Dispose() => body.Dispose();
}
