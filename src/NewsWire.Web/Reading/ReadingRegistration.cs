namespace NewsWire.Web.Reading;

/// <summary>Adds the queries that pages run.</summary>
internal static class ReadingRegistration
{
    public static void AddReading(this IServiceCollection services)
    {
        services.AddSingleton<FacetReader>();
        services.AddSingleton<ReleaseListReader>();
        services.AddSingleton<ReleaseCountReader>();
        services.AddSingleton<ReleaseReader>();
        services.AddSingleton<RelatedReader>();
        services.AddSingleton<SubjectReader>();
        services.AddSingleton<WireReader>();
    }
}
