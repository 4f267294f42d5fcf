namespace NewsWire.Data.Subjects;

/// <summary>One line of a vocabulary file.</summary>
/// <param name="Names">Its name, its French name, and every other name it has or had, none of them twice.</param>
/// <param name="Same">The subject of another list that means the same.</param>
/// <param name="Broader">A wider subject that this one is a kind of.</param>
internal sealed record VocabularyEntry(Subject Subject, string[] Names, SubjectKey? Same, SubjectKey? Broader);

/// <summary>Reads the data files that lie beside this class, one for each scheme; README.md there tells their columns and origin.</summary>
internal static class Vocabulary
{
    public static IEnumerable<VocabularyEntry> Read(string scheme)
    {
        using var file = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream($"NewsWire.Data.Subjects.{scheme}.csv")
            ?? throw new InvalidOperationException($"The vocabulary {scheme}.csv is not in the program."));
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

    // The files are ours: quotes only around cells with commas, no quote inside a cell.
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
