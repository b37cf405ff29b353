using System.Runtime.InteropServices;
using Reelwright.Bench;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Rendering;
using Reelwright.Bench.Reporting;

if (args is [FakesProgram.Verb])
{
    return await FakesProgram.RunAsync();
}

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    if (args.Contains(RenderProgram.Option))
    {
        return await RenderProgram.RunAsync([.. args.Where(argument => argument != RenderProgram.Option)], stopping.Token);
    }

    var options = BenchOptions.Parse(args);
    var results = await BenchRun.RunAsync(options, stopping.Token);
    var table = TableWriter.Write(results, options);
    Console.WriteLine(table);
    if (options.Out is { } file)
    {
        await File.WriteAllTextAsync(file, table);
    }

    return results.Failures.Count == 0 ? 0 : 1;
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"{exception.Message}\n{(args.Contains(RenderProgram.Option) ? RenderOptions.Usage : BenchOptions.Usage)}");
    return 2;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}

// Told to stop, it takes everything down that it started.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
