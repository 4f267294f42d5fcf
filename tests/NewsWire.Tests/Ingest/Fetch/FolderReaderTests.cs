using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class FolderReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("newswire-folder-");
    private readonly string _folder;
    private readonly FolderReader _reader = new(new FetchOptions { MaximumBytes = 1000 }, new FakeTimeProvider(Now));

    public FolderReaderTests() => _folder = Directory.CreateDirectory(Path.Combine(_outside.FullName, "in")).FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _outside.Delete(recursive: true);

    [Fact]
    public void Files_are_listed_oldest_first_with_a_mark_that_changes_when_they_do()
    {
        Write("new.xml", "new", minutes: 2);
        Write("deep/er/old.html", "older", minutes: 1);

        Assert.Equal(["deep/er/old.html", "new.xml"], Paths());
        var before = FolderReader.List(_folder, Token).Files[0].Mark;
        Assert.Equal($"5-{Now.AddMinutes(1).UtcTicks}", before);
        Write("deep/er/old.html", "oldest", minutes: 1);
        Assert.NotEqual(before, FolderReader.List(_folder, Token).Files[0].Mark);
    }

    [Theory]
    [InlineData(".hidden.xml"), InlineData("a.tmp"), InlineData("a.xml.part"), InlineData("a.filepart"), InlineData("a.CRDOWNLOAD"), InlineData("a.xml~"), InlineData(".staging/a.xml")]
    public void Hidden_and_unfinished_files_are_not_listed(string path)
    {
        Write(path, "text");
        Assert.Empty(Paths());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_sentence()
    {
        var listing = FolderReader.List(Path.Combine(_folder, "nowhere"), Token);
        Assert.Empty(listing.Files);
        Assert.Equal($"The folder {Path.Combine(_folder, "nowhere")} does not exist.", listing.Trouble?.Reason);
    }

    [Fact]
    public async Task Links_that_leave_the_folder_are_neither_listed_nor_read()
    {
        var secret = Path.Combine(_outside.FullName, "secret.xml");
        await File.WriteAllTextAsync(secret, "secret", Token);
        File.CreateSymbolicLink(Path.Combine(_folder, "file.xml"), secret);
        File.CreateSymbolicLink(Path.Combine(_folder, "relative.xml"), "../secret.xml");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "sub"), _outside.FullName);
        // The path looks as if it were inside the folder, but leaves it through a symbolic link.
        File.CreateSymbolicLink(Path.Combine(_folder, "winding.xml"), "sub/secret.xml");
        File.CreateSymbolicLink(Path.Combine(_folder, "circle.xml"), "circle.xml");
        File.CreateSymbolicLink(Path.Combine(_folder, "nowhere.xml"), "gone.xml");

        Assert.Empty(Paths());
        foreach (var path in new[] { "file.xml", "relative.xml", "sub/secret.xml", "winding.xml" })
            Assert.Equal(new FetchResult.Refused(FailureKind.Folder, "The path leads out of the folder.", Final: true), await _reader.ReadAsync(_folder, path, Token));
        Assert.IsType<FetchResult.Refused>(await _reader.ReadAsync(_folder, "circle.xml", Token));
        Assert.IsType<FetchResult.Refused>(await _reader.ReadAsync(_folder, "nowhere.xml", Token));
    }

    [Fact]
    public async Task Links_inside_the_folder_are_read_under_their_own_name()
    {
        Write(".data/release.xml", "text", minutes: 3);
        File.CreateSymbolicLink(Path.Combine(_folder, "release.xml"), ".data/release.xml");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "round"), _folder);

        Assert.Equal(new FolderFile("release.xml", $"4-{Now.AddMinutes(3).UtcTicks}"), Assert.Single(FolderReader.List(_folder, Token).Files));
        Assert.IsType<FetchResult.Fetched>(await _reader.ReadAsync(_folder, "release.xml", Token));
    }

    [Fact]
    public async Task A_folder_that_is_itself_a_link_is_read()
    {
        Write("a.xml", "text");
        var link = Path.Combine(_outside.FullName, "link");
        Directory.CreateSymbolicLink(link, _folder);

        Assert.Equal("a.xml", Assert.Single(FolderReader.List(link, Token).Files).RelativePath);
        Assert.IsType<FetchResult.Fetched>(await _reader.ReadAsync(link, "a.xml", Token));
    }

    [Fact]
    public async Task A_file_is_read_with_its_name_and_the_instant()
    {
        Write("deep/a.xml", "text");
        var fetched = Assert.IsType<FetchResult.Fetched>(await _reader.ReadAsync(_folder, "deep/a.xml", Token));
        Assert.Equal("text"u8.ToArray(), fetched.Document.Bytes.ToArray());
        Assert.Equal("a.xml", fetched.Document.FileName);
        Assert.Null(fetched.Document.Address);
        Assert.Equal(Now, fetched.Document.FetchedAt);
    }

    [Theory]
    [InlineData("../secret.xml"), InlineData("deep/../../secret.xml"), InlineData("/etc/hostname"), InlineData(".."), InlineData(""), InlineData("../in-old/a.xml"), InlineData("a\0.xml")]
    public async Task A_path_that_leaves_the_folder_is_refused(string path) =>
        Assert.Equal(new FetchResult.Refused(FailureKind.Folder, "The path leads out of the folder.", Final: true), await _reader.ReadAsync(_folder, path, Token));

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_both_sizes_and_one_of_just_the_limit_is_not()
    {
        Write("big.xml", new string('a', 2560));
        Write("full.xml", new string('a', 1000));
        Assert.Equal(new FetchResult.Refused(FailureKind.Blocked, "The document has 2.5 KB; the limit is 1,000 bytes.", Final: true) { Remedy = "To allow it, raise Ingestion:MaximumBytes." }, await _reader.ReadAsync(_folder, "big.xml", Token));
        Assert.IsType<FetchResult.Fetched>(await _reader.ReadAsync(_folder, "full.xml", Token));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_a_sentence()
    {
        Assert.Equal(new FetchResult.Refused(FailureKind.Missing, "The file gone.xml does not exist.", Final: true), await _reader.ReadAsync(_folder, "gone.xml", Token));
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        Assert.Equal(new FetchResult.Refused(FailureKind.Missing, "The file sub does not exist.", Final: true), await _reader.ReadAsync(_folder, "sub", Token));
    }

    [Fact]
    public async Task Cancellation_passes_through()
    {
        Write("a.xml", "text");
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reader.ReadAsync(_folder, "a.xml", caller.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => FolderReader.List(_folder, caller.Token));
    }

    private IEnumerable<string> Paths() => FolderReader.List(_folder, Token).Files.Select(file => file.RelativePath);

    private void Write(string path, string text, int minutes = 0)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        File.SetLastWriteTimeUtc(full, Now.AddMinutes(minutes).UtcDateTime);
    }
}
