using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Web.SampleWire;

/// <summary>The invented releases embedded in this program, newest first, with their texts at a given time.</summary>
internal sealed partial class SampleReleases
{
    private const string Folder = "NewsWire.Web.SampleWire.Releases.";

    private readonly Dictionary<string, SampleRelease> _byId;

    private SampleReleases(IEnumerable<SampleRelease> releases)
    {
        All = [.. releases.OrderBy(release => release.Age)];
        _byId = All.ToDictionary(release => release.Id);
    }

    /// <summary>Every release of every sample wire, newest first.</summary>
    public IReadOnlyList<SampleRelease> All { get; }

    /// <summary>Reads the embedded files.</summary>
    public static SampleReleases Load()
    {
        var assembly = typeof(SampleReleases).Assembly;
        var releases = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return SampleRelease.Parse(Path.GetFileNameWithoutExtension(name[Folder.Length..]), reader.ReadToEnd().ReplaceLineEndings("\n"));
            })
            .ToDictionary(release => release.File);
        return new SampleReleases(releases.Values.Select(release =>
            release.BodyOf is { } other ? release.WithBody(releases[other].Body) : release));
    }

    /// <summary>Time of publication relative to <paramref name="at"/>, to the minute, as wires give it.</summary>
    public static DateTimeOffset Published(SampleRelease release, DateTimeOffset at) =>
        new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero) - release.Age;

    /// <summary>The body with its dates filled in and the dateline at its beginning, or where the body has a placeholder for it.</summary>
    public string Body(SampleRelease release, string dateline, TimeZoneInfo zone, DateTimeOffset at)
    {
        var marked = release.Body.Contains("{{dateline}}") ? release.Body : release.Body.Insert("<p>".Length, "{{dateline}}");
        return WithoutComments(Fill(marked, release, dateline, zone, at));
    }

    /// <summary>The first paragraph without the dateline, for lists.</summary>
    public string Opening(SampleRelease release, TimeZoneInfo zone, DateTimeOffset at) =>
        Markup.Text(Fill(release.Body[..release.Body.IndexOf("</p>", StringComparison.Ordinal)], release, "", zone, at));

    private string Fill(string body, SampleRelease release, string dateline, TimeZoneInfo zone, DateTimeOffset at)
    {
        var day = TimeZoneInfo.ConvertTime(Published(release, at), zone).Date;
        return Mark().Replace(body, mark =>
        {
            var name = mark.Groups["name"].Value;
            if (name == "dateline")
                return dateline;
            var number = mark.Groups["number"].Success ? int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture) : 0;
            return name switch
            {
                "day" => WireDates.LongDay(day.AddDays(number), release.French),
                "month" => WireDates.Month(day.AddMonths(number), release.French),
                "year" => day.AddYears(number).ToString("yyyy", CultureInfo.InvariantCulture),
                "issued" => Issued(mark.Groups["number"].Value, zone, at),
                _ => throw new InvalidOperationException($"The sample release {release.File} has an unknown placeholder: {mark.Value}"),
            };
        });
    }

    private string Issued(string id, TimeZoneInfo zone, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(Published(_byId[id], at), zone).ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);

    private static string WithoutComments(string body) => Comment().Replace(body, "");

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)(:(?<number>[+-]?\d+))?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"<!-- /?contacts -->\n?", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
