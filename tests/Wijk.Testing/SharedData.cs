using Xunit;

namespace Wijk.Testing;

/// <summary>Real data that stands beside a checkout, in <c>../shared/data</c>, and is never part of it.</summary>
public static class SharedData
{
    /// <summary>The root of the checkout: the folder of Wijk.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder of the real data; the test is skipped with the reason when it is absent.</summary>
    /// <remarks>With <c>CI=true</c> nothing is skipped: the test fails.</remarks>
    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", "data", relative));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            var reason = $"The real data '{relative}' does not stand in ../shared/data beside the checkout.";
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
