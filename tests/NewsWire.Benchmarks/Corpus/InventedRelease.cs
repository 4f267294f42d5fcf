using System.Security.Cryptography;
using System.Text;

namespace NewsWire.Benchmarks.Corpus;

/// <summary>The parameters shared by all releases of a corpus.</summary>
/// <param name="SubjectIds">Ids of the subjects in use, most frequent first.</param>
/// <param name="Until">Just after the newest release.</param>
/// <param name="Twins">For some subjects, the equivalent subject in the vocabularies of every second wire.</param>
internal sealed record CorpusPlan(int Releases, DateTimeOffset Until, string[] Wires, string[] Companies, int[] SubjectIds, IReadOnlyDictionary<int, int> Twins)
{
    private const int ReleasesPerHour = 100;
    private readonly double[] _subjectShare = Zipf(SubjectIds.Length, 1.1);
    private readonly double[] _companyShare = Zipf(Companies.Length, 0.8);
    private readonly double[] _wireShare = Zipf(Wires.Length, 1.0);

    public DateTimeOffset From => Until - TimeSpan.FromHours((double)Releases / ReleasesPerHour);

    public static TimeSpan Between { get; } = TimeSpan.FromHours(1) / ReleasesPerHour;

    public int Wire(ref Words words) => Pick(_wireShare, words.Next(1_000_000));

    public int Company(ref Words words) => Pick(_companyShare, words.Next(1_000_000));

    public int Subject(ref Words words) => SubjectIds[Pick(_subjectShare, words.Next(1_000_000))];

    // Cumulative Zipf distribution: the share of everything up to and including each rank.
    private static double[] Zipf(int count, double exponent)
    {
        var shares = Enumerable.Range(1, count).Select(rank => 1 / Math.Pow(rank, exponent)).ToArray();
        var (sum, total) = (0.0, shares.Sum());
        return [.. shares.Select(share => sum += share / total)];
    }

    private static int Pick(double[] shares, int millionth)
    {
        var index = Array.BinarySearch(shares, millionth / 1e6);
        return Math.Min(index < 0 ? ~index : index, shares.Length - 1);
    }
}

/// <summary>A release derived from its number alone, so that any part of it can be generated again at any time.</summary>
internal readonly record struct InventedRelease(int Number, string Wire, string Via, int Company, string Language, DateTime PublishedAt, int[] SubjectIds, string Headline)
{
    // Every twentieth release is a copy of the previous one on another wire.
    private const int CopyEvery = 20;

    public long Id => Number + 1L;

    public bool IsCopy => CopiesBefore(Number) && Number > 0;

    /// <summary>The number of the release whose story it belongs to.</summary>
    public int Story => IsCopy ? Number - 1 : Number;

    public static bool CopiesBefore(int number) => number % CopyEvery == CopyEvery - 1;

    public static InventedRelease Of(int number, CorpusPlan plan)
    {
        var words = new Words((ulong)(CopiesBefore(number) && number > 0 ? number - 1 : number) + 1000);
        var company = plan.Company(ref words);
        var language = words.Next(100) < 80 ? "en" : "fr";
        var wire = plan.Wire(ref words);
        var subjects = Subjects(ref words, plan);
        var headline = words.Headline(plan.Companies[company]);
        // A copy is distributed by another wire; a tenth of the others are read at a mirror.
        if (CopiesBefore(number) && number > 0)
            wire = (wire + 1) % plan.Wires.Length;
        if (wire % 2 == 1)
            subjects = [.. subjects.SelectMany(subject => Filed(subject, number, plan))];
        var via = words.Next(10) == 0 ? 0 : wire;
        return new InventedRelease(number, plan.Wires[wire], plan.Wires[via], company, language, Time(number, plan), subjects, headline);
    }

    public byte[] Hash(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {(purpose == "story" ? Story : Number)}"));

    /// <summary>About 1,500 characters, as HTML and as plain text.</summary>
    public (string Html, string Text) Body()
    {
        var words = new Words((ulong)Story + 5_000_000_000);
        var (html, text) = (new StringBuilder(1800), new StringBuilder(1700));
        for (var paragraph = 0; paragraph < 4; paragraph++)
        {
            var start = text.Length;
            words.Paragraph(text, 370);
            html.Append("<p>").Append(text, start, text.Length - start).Append("</p>\n");
            text.Append("\n\n");
        }
        return (html.ToString(), text.ToString().TrimEnd());
    }

    // The other wire's own subject; one release in ten has both.
    private static int[] Filed(int subject, int number, CorpusPlan plan) =>
        !plan.Twins.TryGetValue(subject, out var twin) ? [subject] : number % 10 == 0 ? [subject, twin] : [twin];

    private static int[] Subjects(ref Words words, CorpusPlan plan)
    {
        var count = words.Next(100) switch { < 40 => 1, < 70 => 2, < 85 => 3, < 95 => 4, _ => 5 };
        var chosen = new List<int>(count);
        while (chosen.Count < count)
        {
            var subject = plan.Subject(ref words);
            if (!chosen.Contains(subject))
                chosen.Add(subject);
        }
        return [.. chosen];
    }

    // Wires publish on the hour: a third of all releases share their publication time with others, which paging cursors must handle.
    private static DateTime Time(int number, CorpusPlan plan)
    {
        var at = plan.From + CorpusPlan.Between * number;
        var words = new Words((ulong)number + 9_000_000_000);
        return (words.Next(3) == 0 ? CorpusWriter.HourOf(at) : at).UtcDateTime;
    }
}
