using Reelwright.Bench;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Reporting;

if (args is [FakesProgram.Verb])
{
    return await FakesProgram.RunAsync();
}

try
{
    var options = BenchOptions.Parse(args);
    var results = await BenchRun.RunAsync(options, CancellationToken.None);
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
    Console.Error.WriteLine($"{exception.Message}\n{BenchOptions.Usage}");
    return 2;
}
