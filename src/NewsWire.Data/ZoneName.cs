namespace NewsWire.Data;

/// <summary>Checks the name of a time zone in a setting, and finds the one that a mistyped name was meant to be.</summary>
public static class ZoneName
{
    /// <summary>What is wrong with the value of a setting, with the nearest known zone; null for the name of an IANA time zone.</summary>
    public static string? Problem(string setting, string? given) =>
        string.IsNullOrWhiteSpace(given) ? $"{setting} is empty. It is an IANA time zone, such as Europe/Paris."
        : TimeZoneInfo.TryFindSystemTimeZoneById(given, out _) ? null
        : $"{setting} is “{given}”, which is not a known time zone.{Question(given)}";

    // Understands Paris and New York as well.
    private static string Question(string given)
    {
        string[] known = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)];
        if (NearestName.Of(given, known) is { } nearest)
            return $" Did you mean {nearest}?";
        var city = NearestName.Of(given.Replace(' ', '_'), known.Select(City));
        return city is null ? "" : $" Did you mean {known.First(name => City(name) == city)}?";
    }

    private static string City(string name) => name[(name.LastIndexOf('/') + 1)..];
}
