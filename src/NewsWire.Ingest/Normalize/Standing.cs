namespace NewsWire.Ingest.Normalize;

/// <summary>The publication status of a release.</summary>
internal enum Standing
{
    /// <summary>Displayed.</summary>
    Live,

    /// <summary>Displayed, and replaces an earlier release.</summary>
    Correction,

    /// <summary>Displayed, and known to repeat an earlier release.</summary>
    Repetition,

    /// <summary>Withdrawn by the issuer or the wire: no longer displayed.</summary>
    Withdrawn,

    /// <summary>Under embargo or not yet usable: not stored.</summary>
    Withheld,
}

/// <summary>Determines the publication status of a release.</summary>
internal static class Standings
{
    /// <summary>The status; why the release must not be stored, if so; and a remark for operators, if there is one.</summary>
    public static (Standing Standing, string? Problem, string? Remark) Of(RawRelease raw, Correction? correction, string? title, string bodyText, PublishedTime published, ReadAt at)
    {
        if (raw.Status == RawStatus.Withdrawn)
            return (Standing.Withdrawn, null, null);
        if (raw.Status == RawStatus.Withheld)
            return (Standing.Withheld, "The wire marks the release as not yet usable.", null);
        if (Embargo.Of(raw.Embargo, at) is { } said)
            return (Standing.Withheld, said, null);
        var (written, remark) = Embargo.In(title, bodyText, published, at);
        if (written is not null)
            return (Standing.Withheld, written, null);
        return (correction?.Kind switch
        {
            CorrectionKind.Correction => Standing.Correction,
            CorrectionKind.Repetition => Standing.Repetition,
            _ when raw.Status == RawStatus.Corrected => Standing.Correction,
            _ => Standing.Live,
        }, null, remark);
    }
}
