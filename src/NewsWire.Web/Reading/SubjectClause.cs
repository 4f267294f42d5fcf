using System.Diagnostics.CodeAnalysis;
using System.Text;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>
/// One subject= of an address: any of its topics, or with a minus none of them. A comma stands between two; one that
/// belongs to a name is written twice.
/// </summary>
public sealed record SubjectClause(bool Not, IReadOnlyList<SubjectKey> Keys)
{
    public override string ToString() => (Not ? "-" : "") + string.Join(',', Keys.Select(key => key.ToString().Replace(",", ",,", StringComparison.Ordinal)));

    public static bool TryParse(string text, [NotNullWhen(true)] out SubjectClause? clause)
    {
        var not = text.StartsWith('-');
        List<SubjectKey> keys = [];
        clause = null;
        foreach (var part in Parts(not ? text[1..] : text))
        {
            if (!SubjectKey.TryParse(part, out var key))
                return false;
            // Whichever wire's word for it was asked for, the topic is meant.
            var topic = SubjectCatalog.Shipped.TopicOf(key);
            if (!keys.Contains(topic))
                keys.Add(topic);
        }

        clause = new SubjectClause(not, keys);
        return true;
    }

    private static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ',')
            {
                part.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == ',')
            {
                part.Append(text[i++]);
            }
            else
            {
                yield return part.ToString();
                part.Clear();
            }
        }

        yield return part.ToString();
    }
}
