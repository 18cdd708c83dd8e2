using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Web addresses as they are compared.</summary>
internal static class WebAddress
{
    /// <summary>The address of a node, see <see cref="Of"/>; null when it has none.</summary>
    public static string? OfNode(Node node) => Of(node.Attributes.Text(node.Kind == NodeKind.Document ? "link" : "website"));

    /// <summary>Host and path in lower case, without scheme, "www." and the slash at the end; null when the text is no web address.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var whole = text.Contains("://", StringComparison.Ordinal) ? text.Trim() : $"https://{text.Trim()}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !uri.Host.Contains('.')) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        return (host + uri.AbsolutePath.TrimEnd('/') + uri.Query).ToLowerInvariant();
    }
}
