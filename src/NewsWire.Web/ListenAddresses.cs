using System.Globalization;

namespace NewsWire.Web;

/// <summary>Checks the addresses and ports that Kestrel is told to serve, before Kestrel reports them as exceptions or serves another one.</summary>
internal static class ListenAddresses
{
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>One sentence for each value of urls, http_ports, https_ports and Kestrel:Endpoints that cannot be served.</summary>
    public static IEnumerable<string> Failures(IConfiguration configuration)
    {
        foreach (var setting in Ports)
        {
            foreach (var port in Split(configuration[setting]).Where(port => !IsPort(port)))
                yield return $"{setting} has “{port}”. It must be a port from 0 to 65535, or several separated by semicolons.";
        }
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => (Setting: $"Kestrel:Endpoints:{endpoint.Key}:Url", Value: endpoint["Url"]));
        foreach (var (setting, value) in endpoints.Prepend((Setting: "urls", Value: configuration["urls"])))
        {
            foreach (var address in Split(value))
            {
                if (Problem(address) is { } problem)
                    yield return $"{setting} has “{address}”, {problem}. It must be an address such as http://localhost:5080 or http://0.0.0.0:8080.";
            }
        }
    }

    private static string[] Split(string? value) =>
        (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Problem(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return "which is not an address";
        }
        if (parsed.Scheme is not ("http" or "https"))
            return "which begins with neither http:// nor https://";
        if (parsed.IsUnixPipe || parsed.IsNamedPipe)
            return null;
        if (parsed.PathBase.Length > 0)
            return "which has a path; pages are served from the root";
        if (parsed.Port is < 0 or > ushort.MaxValue)
            return "whose port is not between 0 and 65535";
        // Kestrel takes what is no port for a part of the host's name, and serves every network.
        return Uri.CheckHostName(parsed.Host.Trim('[', ']')) == UriHostNameType.Unknown && parsed.Host is not ("*" or "+")
            ? "whose host or port is not valid"
            : null;
    }

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
