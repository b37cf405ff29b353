namespace Reelwright.Bench.Reporting;

/// <summary>What all runs of all phases found.</summary>
internal sealed class Results
{
    private readonly Dictionary<Figure, List<double>> values = [];
    private readonly Dictionary<string, List<double>> foreign = [];

    /// <summary>Phases that found something wrong, with what.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>By phase: the shares of the machine's processors that processes of others took.</summary>
    public IReadOnlyDictionary<string, List<double>> ForeignLoad => foreign;

    public void Add(Figure figure, double value)
    {
        Of(values, figure).Add(value);
        Console.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {figure.Text}: {Math.Round(value, figure.Digits)}"));
    }

    public void AddForeignLoad(string phase, double share) => Of(foreign, phase).Add(share);

    /// <summary>Empty when it was not measured.</summary>
    public IReadOnlyList<double> Of(Figure figure) => values.GetValueOrDefault(figure) ?? [];

    private static List<double> Of<T>(Dictionary<T, List<double>> lists, T key)
        where T : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
