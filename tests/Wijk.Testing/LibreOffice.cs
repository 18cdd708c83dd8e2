using System.Diagnostics;
using Xunit;

namespace Wijk.Testing;

/// <summary>LibreOffice without a window, as a judge of files that spreadsheet programs must open.</summary>
public static class LibreOffice
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "libreoffice", "soffice" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Opens files and saves each as a workbook of its own (ODS); the test is skipped with the reason when LibreOffice is absent.</summary>
    /// <remarks>With <c>CI=true</c> nothing is skipped: the test fails. One at a time for each folder, for it keeps its settings there.</remarks>
    /// <param name="folder">Where it keeps its settings, and makes a folder with what it saves.</param>
    /// <param name="files">The files, all workbooks or all CSV with semicolons in UTF-8.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The folder with what it saved, under the names of the files.</returns>
    public static async Task<string> SaveAsync(string folder, IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        const string Absent = "LibreOffice (libreoffice) is not on the path; install libreoffice-calc-nogui.";
        if (Program is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Absent);
        Assert.SkipWhen(Program is null, Absent);
        var saved = Path.Combine(folder, "saved");
        // What somebody chooses in the window that it shows for a text: the separator, the quote and the encoding.
        string[] how = files.All(file => Path.GetExtension(file) == ".csv") ? ["--infilter=CSV:59,34,76"] : [];
        using var office = Process.Start(new ProcessStartInfo(Program!, ["--headless", $"-env:UserInstallation=file://{folder}/profile", .. how, "--convert-to", "ods", "--outdir", saved, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (said, failed) = (office.StandardOutput.ReadToEndAsync(cancellationToken), office.StandardError.ReadToEndAsync(cancellationToken));
            await office.WaitForExitAsync(cancellationToken);
            foreach (var file in files)
                if (!File.Exists(Path.Combine(saved, Path.ChangeExtension(Path.GetFileName(file), "ods")))) Assert.Fail($"LibreOffice did not save {file}: {await said}{await failed}");
            return saved;
        }
        finally
        {
            if (!office.HasExited) office.Kill(entireProcessTree: true);
        }
    }
}
