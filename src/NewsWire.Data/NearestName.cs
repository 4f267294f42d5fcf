namespace NewsWire.Data;

/// <summary>Finds what a mistyped name was meant to be.</summary>
public static class NearestName
{
    /// <summary>The known name with the fewest changed, missing, additional or swapped characters; null where none is similar.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var (nearest, distance) = known
            .Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
            .MinBy(candidate => candidate.Distance);
        return nearest is not null && distance <= Math.Max(1, Math.Min(given.Length, nearest.Length) / 3) ? nearest : null;
    }

    /// <summary>“ Did you mean Name?”, with the space before it, or nothing.</summary>
    public static string Question(string given, IEnumerable<string> known) => Of(given, known) is { } name ? $" Did you mean {name}?" : "";

    // Optimal string alignment: Levenshtein's distance in which two neighbouring characters that changed places count once.
    private static int Distance(string left, string right)
    {
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            costs[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            costs[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1;
                cost = Math.Min(cost, costs[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    cost = Math.Min(cost, costs[row - 2, column - 2] + 1);
                costs[row, column] = cost;
            }
        }
        return costs[left.Length, right.Length];
    }
}
