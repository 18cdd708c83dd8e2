namespace Wijk.Graph.Snapshots;

/// <summary>The numbers of a node's relations of one kind, ascending.</summary>
/// <remarks>They are kept from the first relation of their kind on, so that they stay as they are when another kind grows.</remarks>
public readonly ref struct RelationNumbers
{
    private readonly ReadOnlySpan<int> inKind;
    private readonly int first;

    /// <summary>Numbers that are kept one by one.</summary>
    /// <param name="first">The number of the first relation of the kind.</param>
    /// <param name="inKind">The numbers, from 0 for that one.</param>
    internal RelationNumbers(int first, ReadOnlySpan<int> inKind)
    {
        this.first = first;
        this.inKind = inKind;
        Length = inKind.Length;
    }

    /// <summary>Consecutive numbers.</summary>
    internal RelationNumbers(int first, int length) => (this.first, Length) = (first, length);

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>A number by its place, from 0.</summary>
    public int this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Length, nameof(place));
            return inKind.IsEmpty ? first + place : first + inKind[place];
        }
    }

    /// <summary>The numbers, one after the other.</summary>
    public int[] ToArray()
    {
        var numbers = new int[Length];
        for (var place = 0; place < numbers.Length; place++) numbers[place] = this[place];
        return numbers;
    }

    /// <summary>Lets <c>foreach</c> go through them.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the numbers.</summary>
    public ref struct Enumerator
    {
        private readonly RelationNumbers numbers;
        private int place;

        internal Enumerator(RelationNumbers numbers)
        {
            this.numbers = numbers;
            place = -1;
        }

        /// <summary>The number it is at.</summary>
        public readonly int Current => numbers[place];

        /// <summary>Goes to the next number; false when there is none.</summary>
        public bool MoveNext() => ++place < numbers.Length;
    }
}
