namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>One Cypher statement that comes with Wijk, from <c>neo4j/statements/</c>; values reach it only as parameters.</summary>
internal sealed class Statement(string name, string text)
{
    /// <summary>The file's name, without <c>.cypher</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The Cypher.</summary>
    public string Text { get; } = text;

    /// <summary>The statement of <c>neo4j/statements/</c><paramref name="name"/><c>.cypher</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file in this build.</exception>
    public static Statement Named(string name)
    {
        using var stream = typeof(Statement).Assembly.GetManifestResourceStream($"Neo4j.statements.{name}.cypher")
            ?? throw new InvalidOperationException($"There is no statement '{name}'; add neo4j/statements/{name}.cypher.");
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd());
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
