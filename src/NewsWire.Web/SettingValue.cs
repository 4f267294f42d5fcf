using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Web;

/// <summary>Checks the value of a setting against its type and range.</summary>
internal static partial class SettingValue
{
    /// <summary>What the value must be, as the end of “It must be …”; null where it is.</summary>
    public static string? Requirement(KnownSetting setting, string value)
    {
        if (setting.Type == typeof(string))
            return null;
        if (Read(setting.Type, value) is not { } read)
            return Description(setting.Type);
        // The limits are read from their text when the first value is checked.
        return setting.Range?.IsValid(read) != false ? null : $"between {Text(setting.Range.Minimum)} and {Text(setting.Range.Maximum)}";
    }

    public static bool IsSwitch(string value) => bool.TryParse(value, out _);

    private static object? Read(Type type, string value)
    {
        // .NET reads 5 as five days, and 48:00:00 as 48 days.
        if (type == typeof(TimeSpan) && !Clock().IsMatch(value))
            return null;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        // The converter of whole numbers wraps what it met in an ArgumentException.
        catch (Exception refused) when (refused is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Description(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(TimeSpan) ? "a time as hours:minutes:seconds, such as 00:00:30; a day is 1.00:00:00"
        : $"a value of {type.Name}";

    private static string Text(object limit) =>
        limit is TimeSpan { Milliseconds: > 0 } fraction
            ? fraction.ToString("c").TrimEnd('0')
            : Convert.ToString(limit, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"^-?(\d{1,7}\.)?([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d(\.\d{1,7})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();
}
