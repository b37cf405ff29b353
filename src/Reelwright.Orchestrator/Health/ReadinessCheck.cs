namespace Reelwright.Orchestrator.Health;

/// <summary>
/// One thing that the orchestrator needs to do its work. Register one as a singleton for each; the database's is built in, and whoever
/// assembles the process adds what only it knows, such as the media tools.
/// </summary>
/// <param name="Name">As the answer of <c>/health/ready</c> names it: <c>database</c>, <c>media_tools</c>.</param>
/// <param name="RunAsync">Finds out. May throw and may hang; either counts as a fault.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<ReadinessFault?>> RunAsync);

/// <summary>What is wrong, and what cures it.</summary>
public sealed record ReadinessFault(string Problem, string Cure);
