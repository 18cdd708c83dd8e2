using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The row that tells which database a file is, and how often it was written.</summary>
/// <remarks>It is as long after each write, so SQLite overwrites it where it stands, and its page holds it once.</remarks>
internal static class DatabaseMark
{
    /// <summary>How many bytes tell which database it is; the count of writes comes after them.</summary>
    public const int NameLength = 16;

    private const int Length = NameLength + sizeof(ulong);

    /// <summary>Counts a write, in its transaction.</summary>
    public static void Count(SqliteConnection connection)
    {
        var mark = Read(connection);
        BinaryPrimitives.WriteUInt64BigEndian(mark.AsSpan(NameLength), CountIn(mark) + 1);
        using var command = connection.Statement("UPDATE mark SET value = $value", ("$value", mark));
        command.ExecuteNonQuery();
    }

    /// <summary>Name and count, as SQLite sees them.</summary>
    public static byte[] Read(SqliteConnection connection) => connection.Scalar("SELECT value FROM mark") as byte[]
        ?? throw new UnreadableRecordException(new("de tabel", "the table"), "mark", JsonMembers.Broken("value", new("die ontbreekt.", "it is missing.")));

    /// <summary>The count that stands on a page after the name; null when the name is not there.</summary>
    public static ulong? FindCount(ReadOnlySpan<byte> page, ReadOnlySpan<byte> name) =>
        page.IndexOf(name) is >= 0 and var at && at + Length <= page.Length ? CountIn(page[at..]) : null;

    private static ulong CountIn(ReadOnlySpan<byte> mark) => BinaryPrimitives.ReadUInt64BigEndian(mark[NameLength..]);
}
