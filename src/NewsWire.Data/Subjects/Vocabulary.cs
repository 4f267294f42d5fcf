namespace NewsWire.Data.Subjects;

/// <summary>One line of a vocabulary file.</summary>
/// <param name="Names">Its name, French name and all aliases and former names, without duplicates.</param>
/// <param name="Same">The equivalent subject of another vocabulary, or null.</param>
/// <param name="Broader">A broader subject, or null.</param>
internal sealed record VocabularyEntry(Subject Subject, string[] Names, SubjectKey? Same, SubjectKey? Broader);

/// <summary>Reads the data files beside this class, one per scheme; README.md there describes their columns and origin.</summary>
internal static class Vocabulary
{
    public static IEnumerable<VocabularyEntry> Read(string scheme)
    {
        using var file = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream($"NewsWire.Data.Subjects.{scheme}.csv")
            ?? throw new InvalidOperationException($"The vocabulary {scheme}.csv is not embedded in the program."));
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            var cells = Cells(line);
            var subject = new Subject(scheme, cells[0], cells[1], NullIfEmpty(cells[2])) { Retired = cells.Count > 6 && cells[6] == "retired" };
            string?[] names = [subject.Name, subject.French, .. cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries)];
            yield return new VocabularyEntry(subject, [.. names.OfType<string>()], Key(cells[4]), Key(cells[5]));
        }
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;

    private static SubjectKey? Key(string cell) => cell.Split(':', 2) is [var scheme, var code] ? new SubjectKey(scheme, code) : null;

    // Our own files only quote cells with commas, and no cell contains a quotation mark.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
        }
        return cells;
    }
}
