namespace Wijk.Graph.Stores;

/// <summary>Makes files and folders that nobody but the user of this process can open: they may hold persons.</summary>
/// <remarks>On Unix by their mode, 600 and 700. On Windows a folder of one's own already is; what is made elsewhere gets the rights of its folder.</remarks>
public static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where there is none; one that is there keeps its mode.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, File | UnixFileMode.UserExecute);
    }

    /// <summary>Makes a file to be written, or empties the one that is there.</summary>
    public static FileStream CreateFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File;
        return new(file, options);
    }

    /// <summary>Takes a file that somebody else made for the owner alone.</summary>
    public static void Keep(string file)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(file, File);
    }
}
