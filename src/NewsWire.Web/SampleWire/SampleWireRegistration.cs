using NewsWire.Ingest;

namespace NewsWire.Web.SampleWire;

/// <summary>Adds the wire of our own invention, for a machine that is to show something without asking the world.</summary>
public static class SampleWireRegistration
{
    /// <summary>Publishes the invented releases under host names that end in .example.</summary>
    public static IServiceCollection AddSampleWire(this IServiceCollection services) =>
        services.AddSingleton<ISampleWire, SampleWire>();
}
