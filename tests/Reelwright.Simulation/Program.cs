using Reelwright.Simulation.Stories;

return await SimulationRun.MainAsync(args);
