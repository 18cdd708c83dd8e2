namespace Wijk.GraphQL.Hosting;

/// <summary>Reads settings that are a list.</summary>
internal static class SettingLists
{
    /// <summary>The items of a setting, between semicolons, commas or spaces; none when it is not set.</summary>
    public static string[] List(this IConfiguration configuration, string name) =>
        (configuration[name] ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
