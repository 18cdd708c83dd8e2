using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Reads one JSON object in pieces: simple members whole, members that are arrays one element at a time.</summary>
/// <remarks>Only the element at hand is in memory, so a file may be larger than memory; an element may not.</remarks>
/// <param name="stream">The text, in UTF-8 with or without byte order mark.</param>
/// <param name="onMember">Gets the name of each member, before its elements.</param>
/// <param name="onElement">Gets the member's name, the element's position in it from 1 (0 for a member that is not an array), and the element.</param>
internal sealed class JsonObjectReader(Stream stream, Action<string> onMember, Action<string, int, JsonElement> onElement)
{
    /// <summary>The largest element that is read; nothing Wijk writes comes near it.</summary>
    public const int LongestElement = 64 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isLast;
    private JsonReaderState state;
    private string? member;
    private int position;
    private bool inArray;
    private bool isDone;

    /// <summary>Reads to the end of the stream.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="NoJsonObjectException">The text is not a JSON object, or ends too early.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken).ConfigureAwait(false);
        if (buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8)) start += 3;
        while (true)
        {
            Parse();
            if (isLast) break;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!isDone) throw new NoJsonObjectException(new("de tekst eindigt voordat het object af is", "the text ends before the object is complete"));
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (end >= LongestElement)
            {
                throw new NoJsonObjectException(new(
                    $"één waarde is langer dan {LongestElement >> 20} MB", $"one value is longer than {LongestElement >> 20} MB"));
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        // Until it is full: with every piece a value is read again from its start, so pieces must not be small.
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), buffer.Length - end, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        end += read;
        isLast = end < buffer.Length;
    }

    private void Parse()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, state);
        var (taken, takenState) = (0L, state);
        while (Step(ref reader)) (taken, takenState) = (reader.BytesConsumed, reader.CurrentState);
        (start, state) = (start + (int)taken, takenState);
    }

    // False when the piece at hand holds no further whole token; the reader is then thrown away.
    private bool Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.CurrentDepth == 0)
        {
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                throw new NoJsonObjectException(new("het is geen JSON-object", "it is not a JSON object"));
            isDone = reader.TokenType == JsonTokenType.EndObject;
        }
        else if (!inArray && reader.TokenType == JsonTokenType.PropertyName)
        {
            (member, position) = (reader.GetString(), 0);
            onMember(member!);
        }
        else if (!inArray && reader.TokenType == JsonTokenType.StartArray)
        {
            inArray = true;
        }
        else if (inArray && reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 1)
        {
            inArray = false;
        }
        else
        {
            return ReadElement(ref reader);
        }

        return true;
    }

    private bool ReadElement(ref Utf8JsonReader reader)
    {
        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        using var element = JsonDocument.Parse(buffer.AsMemory(start + first, (int)reader.BytesConsumed - first), Strict);
        onElement(member!, inArray ? ++position : 0, element.RootElement);
        return true;
    }
}

/// <summary>A text is not one whole JSON object.</summary>
internal sealed class NoJsonObjectException(Words why) : ExplainedException(why);
