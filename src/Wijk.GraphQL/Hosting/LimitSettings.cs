using System.Globalization;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Hosting;

/// <summary>Reads the <see cref="Limits"/> that are set for the server.</summary>
internal static class LimitSettings
{
    /// <summary>The limits under <c>Limits</c>, and the usual ones where nothing is set.</summary>
    /// <exception cref="CannotStartException">A value is not one that may be set, or there is no such limit.</exception>
    public static Limits Of(IConfiguration configuration)
    {
        var limits = new Limits();
        foreach (var setting in configuration.GetSection(nameof(Limits)).GetChildren())
        {
            var limit = Limits.All.FirstOrDefault(limit => limit.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)) ?? throw NoLimit(setting.Key);
            limit.Set(limits, Value(limit, setting.Value ?? ""));
        }

        return limits;
    }

    private static int Value(Limit limit, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= limit.Least && value <= limit.Most
            ? value
            : throw new CannotStartException(new(
                $"De instelling Limits:{limit.Name} is '{text}'; geef een geheel getal van {limit.Least} tot en met {limit.Most}.",
                $"The setting Limits:{limit.Name} is '{text}'; give a whole number from {limit.Least} to {limit.Most}."));

    private static CannotStartException NoLimit(string name)
    {
        var all = string.Join(", ", Limits.All.Select(limit => limit.Name));
        return new(new($"Er is geen instelling Limits:{name}; kies uit {all}.", $"There is no setting Limits:{name}; choose from {all}."));
    }
}
