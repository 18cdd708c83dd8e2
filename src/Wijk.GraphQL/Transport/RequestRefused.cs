namespace Wijk.GraphQL.Transport;

/// <summary>A request that is refused before anything is run.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The stable code of the error.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class RequestRefused(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The stable code of the error.</summary>
    public string Code { get; } = code;
}
