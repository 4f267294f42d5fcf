using System.Globalization;

namespace NewsWire.Benchmarks.Parsing;

/// <summary>One implementation of the work; the first of a group is the baseline for the others.</summary>
internal sealed record Variant(string Name, Func<object?> Work);

/// <summary>
/// Measures variants in turn within one process, round after round. BenchmarkDotNet measures each variant in a separate process, one after
/// the other, and in wall time: on a shared machine, the two parts of a ratio are then measured under different load. Here they are
/// milliseconds apart, and the result is the median over the rounds of this process's CPU time, garbage collection included.
/// </summary>
internal sealed class Interleaved(int rounds, TextWriter output)
{
    private const double BatchMilliseconds = 60;

    public void Run(string title, IReadOnlyList<Variant> variants)
    {
        var batches = variants.Select(Batch).ToArray();
        var times = variants.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            // Each round begins with another variant, so that none always follows the same one.
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var i = (round + turn) % variants.Count;
                times[i][round] = Microseconds(variants[i], batches[i]);
            }
        }
        output.WriteLine();
        output.WriteLine(Line($"{title}", "CPU us", "min..max", "ratio", "alloc KB"));
        for (var i = 0; i < variants.Count; i++)
        {
            var ratio = Median([.. times[i].Zip(times[0], (mine, floor) => mine / floor)]);
            output.WriteLine(Line(
                "  " + variants[i].Name,
                Number(Median(times[i]), "F0"),
                $"{Number(times[i].Min(), "F0")}..{Number(times[i].Max(), "F0")}",
                Number(ratio, "F2"),
                Number(AllocatedKilobytes(variants[i]), "F0")));
        }
    }

    // Called often enough for the optimizing JIT compiler, then sized by its own speed.
    private static int Batch(Variant variant)
    {
        var one = 0.0;
        for (var pass = 0; pass < 12; pass++)
        {
            one = Microseconds(variant, 60);
            // The JIT compiler optimizes in the background; this waits for it outside the measurement.
            Task.Delay(40).GetAwaiter().GetResult();
        }
        return Math.Max(3, (int)(BatchMilliseconds * 1000 / one));
    }

    private static double Microseconds(Variant variant, int times)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
            GC.KeepAlive(variant.Work());
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times;
    }

    private static double AllocatedKilobytes(Variant variant)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
            GC.KeepAlive(variant.Work());
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 10.0 / 1024;
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Line(string name, string time, string range, string ratio, string allocated) =>
        $"{name,-52}{time,9}{range,16}{ratio,8}{allocated,10}";
}
