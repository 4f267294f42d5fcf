using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using NewsWire.Data;
using NewsWire.Data.PrivateServer;
using NewsWire.Ingest;
using NewsWire.Web.SampleWire;

namespace NewsWire.Web;

/// <summary>A setting of NewsWire's own.</summary>
/// <param name="Parts">Of its name, which colons separate; “*” stands for any name.</param>
/// <param name="Range">The smallest and largest value; null for texts and switches.</param>
internal sealed record KnownSetting(string[] Parts, Type Type, RangeAttribute? Range = null)
{
    /// <summary>Whether a name, or the beginning of one, is this setting's as far as both go.</summary>
    public bool Begins(ReadOnlySpan<string> given)
    {
        for (var index = 0; index < Math.Min(given.Length, Parts.Length); index++)
        {
            if (Parts[index] != "*" && !Parts[index].Equals(given[index], StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }
}

/// <summary>Every setting of NewsWire's own, read from the classes that settings are bound to.</summary>
internal static class KnownSettings
{
    /// <summary>Each section with the class it is bound to. A class that is missing here is found by a test.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
        ("Web", typeof(WebOptions)),
        ("Database", typeof(DatabaseOptions)),
        ("SampleWire", typeof(SampleWireOptions)),
        ("PrivateServer", typeof(PrivateServerOptions)),
        .. IngestionRegistration.Sections,
    ];

    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        .. from section in Sections
           from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.CanWrite && !IsDictionary(property.PropertyType)
           select Of(section.Section, property),
    ];

    private static KnownSetting Of(string section, PropertyInfo property)
    {
        string[] parts = [.. section.Split(':'), property.Name];
        return property.PropertyType is { IsGenericType: true } list && list.IsAssignableTo(typeof(IEnumerable))
            ? new KnownSetting([.. parts, "*"], list.GetGenericArguments()[0])
            : new KnownSetting(
                parts,
                Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
                property.GetCustomAttribute<RangeAttribute>());
    }

    // Its members are a section of their own.
    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>);
}
