namespace NewsWire.Ingest.Normalize;

/// <summary>What may be done with a release.</summary>
internal enum Standing
{
    /// <summary>Shown.</summary>
    Live,

    /// <summary>Shown in the place of another.</summary>
    Correction,

    /// <summary>Shown, and known to have been sent before.</summary>
    Repetition,

    /// <summary>Taken back: what is known of it is no longer shown.</summary>
    Withdrawn,

    /// <summary>Not to be shown yet: it is not kept.</summary>
    Withheld,
}

/// <summary>Decides whether a release may be shown.</summary>
internal static class Standings
{
    /// <summary>The standing; why it may not be kept, where that is so; and what a person should know of it, where it may.</summary>
    public static (Standing Standing, string? Problem, string? Remark) Of(RawRelease raw, Correction? correction, string? title, string bodyText, PublishedTime published, ReadAt at)
    {
        if (raw.Status == RawStatus.Withdrawn)
            return (Standing.Withdrawn, null, null);
        if (raw.Status == RawStatus.Withheld)
            return (Standing.Withheld, "Its wire says that it may not be shown yet.", null);
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
