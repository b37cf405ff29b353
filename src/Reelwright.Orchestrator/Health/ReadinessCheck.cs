namespace Reelwright.Orchestrator.Health;

/// <summary>
/// One thing that the orchestrator needs, registered as a singleton. The checks of database and disk are built in; the executable adds
/// others,
/// such as the media tools.
/// </summary>
/// <param name="Name">As the answer of <c>/health/ready</c> names it: <c>database</c>, <c>media_tools</c>.</param>
/// <param name="RunAsync">Runs the check. An exception or a timeout counts as a fault.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<ReadinessFault?>> RunAsync);

/// <summary>What is wrong and how to cure it.</summary>
public sealed record ReadinessFault(string Problem, string Cure);
