namespace Wijk.Graph.Views;

/// <summary>Values made when they are first asked for. When there are too many, the least recently asked for go first.</summary>
/// <remarks>Safe for several threads; a value that is asked for twice at once is made once.</remarks>
/// <param name="mostValues">How many are kept.</param>
/// <param name="mostBytes">How much memory they may take together; the newest is kept whatever it takes.</param>
/// <param name="bytesOf">How much memory a value takes.</param>
internal sealed class RecentlyUsed<TKey>(int mostValues, long mostBytes = long.MaxValue, Func<object, long>? bytesOf = null)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<TKey, Lazy<object>> values = [];

    /// <summary>The value of a key. One whose making failed is forgotten; a caller who waited for one that was cancelled makes it anew.</summary>
    public TValue Of<TValue>(TKey key, Func<TValue> make, CancellationToken cancellationToken = default)
        where TValue : class
    {
        while (true)
        {
            var value = Touch(key, make);
            try
            {
                var isNew = !value.IsValueCreated;
                var made = (TValue)value.Value;
                if (isNew) Trim();
                return made;
            }
            catch (Exception failure)
            {
                Forget(key, value);
                if (failure is not OperationCanceledException || cancellationToken.IsCancellationRequested) throw;
            }
        }
    }

    /// <summary>The value of a key; null when it is still to be made.</summary>
    public TValue? Find<TValue>(TKey key)
        where TValue : class
    {
        lock (gate) return values.TryGetValue(key, out var value) && value.IsValueCreated ? (TValue)value.Value : null;
    }

    private Lazy<object> Touch(TKey key, Func<object> make)
    {
        lock (gate)
        {
            if (!values.Remove(key, out var value)) value = new(make);
            values.Add(key, value);
            return value;
        }
    }

    private void Forget(TKey key, Lazy<object> value)
    {
        lock (gate)
        {
            if (values.TryGetValue(key, out var known) && known == value) values.Remove(key);
        }
    }

    private void Trim()
    {
        lock (gate)
        {
            var bytes = values.Values.Sum(BytesOf);
            while (values.Count > 1 && (values.Count > mostValues || bytes > mostBytes))
            {
                bytes -= BytesOf(values.GetAt(0).Value);
                values.RemoveAt(0);
            }
        }
    }

    private long BytesOf(Lazy<object> value) => bytesOf is not null && value.IsValueCreated ? bytesOf(value.Value) : 0;
}
