using NewsWire.Ingest;

namespace NewsWire.Web.SampleWire;

/// <summary>Registers the sample wire, for running without internet access.</summary>
public static class SampleWireRegistration
{
    /// <summary>Serves the invented releases under host names ending in .example.</summary>
    public static IServiceCollection AddSampleWire(this IServiceCollection services) =>
        services.AddSingleton<ISampleWire, SampleWire>();
}
