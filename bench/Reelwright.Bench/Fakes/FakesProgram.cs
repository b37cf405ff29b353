namespace Reelwright.Bench.Fakes;

/// <summary>The process of the four fake services. Its first line says their ports; it ends when its input does.</summary>
internal static class FakesProgram
{
    public const string Verb = "fakes";

    public static async Task<int> RunAsync()
    {
        var desk = new FakeDesk(TimeProvider.System);
        var services = Enum.GetValues<FakeStage>().Select(stage => new FakeService(stage, desk)).ToList();
        Console.WriteLine(string.Join(',', services.Select(service => service.Port)));
        await Console.In.ReadToEndAsync();
        services.ForEach(service => service.Dispose());
        return 0;
    }
}
