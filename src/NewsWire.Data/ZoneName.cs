namespace NewsWire.Data;

/// <summary>Finds the IANA time zone that a mistyped name was meant to be.</summary>
public static class ZoneName
{
    /// <summary>“ Did you mean Europe/Paris?”, with the space before it, or nothing. Understands “Paris” and “New York” as well.</summary>
    public static string Question(string given)
    {
        string[] known = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)];
        if (NearestName.Of(given, known) is { } nearest)
            return $" Did you mean {nearest}?";
        var city = NearestName.Of(given.Replace(' ', '_'), known.Select(City));
        return city is null ? "" : $" Did you mean {known.First(name => City(name) == city)}?";
    }

    private static string City(string name) => name[(name.LastIndexOf('/') + 1)..];
}
