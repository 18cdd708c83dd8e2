using Microsoft.Playwright;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The Chromium of this machine, without a window and with a profile that is thrown away.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? driver;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program) return;
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        driver?.Dispose();
    }

    /// <summary>A new tab on a page; the test is skipped when there is no Chromium, except with <c>CI=true</c>.</summary>
    /// <param name="address">The page.</param>
    /// <param name="width">The width of the window, in CSS pixels.</param>
    /// <param name="isDark">Whether the reader likes dark.</param>
    /// <param name="language">The language of the reader.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1100, bool isDark = false, string language = "nl")
    {
        if (browser is null)
        {
            const string reason = "There is no Chromium here; apt-get install chromium brings it.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
            Assert.Skip(reason);
        }

        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
        });
        await page.GotoAsync(address.ToString());
        return page;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
