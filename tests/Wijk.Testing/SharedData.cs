using Xunit;

namespace Wijk.Testing;

/// <summary>Real data and cases that stand beside a checkout, in <c>../shared</c>, and are never part of it.</summary>
public static class SharedData
{
    /// <summary>The root of the checkout: the folder of Wijk.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder of the real data; the test is skipped with the reason when it is absent.</summary>
    /// <remarks>With <c>CI=true</c> nothing is skipped: the test fails.</remarks>
    public static string Path(string relative) => In("data", relative);

    /// <summary>The path of a file or folder of the cases: what people bring, each with what is right; the test is skipped with the reason when it is absent.</summary>
    /// <remarks>With <c>CI=true</c> nothing is skipped: the test fails.</remarks>
    public static string Cases(string relative) => In("cases", relative);

    private static string In(string part, string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", part, relative));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            var reason = $"'{relative}' does not stand in ../shared/{part} beside the checkout.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
            Assert.Skip(reason);
        }

        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Wijk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside a checkout: no Wijk.sln above them.");
    }
}
