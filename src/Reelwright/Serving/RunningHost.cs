using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Reelwright.Serving;

/// <summary>One host, from its making to its end.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly PlannedHost plan;
    private readonly WebApplication app;
    private bool started;

    private RunningHost(PlannedHost plan, WebApplication app)
    {
        this.plan = plan;
        this.app = app;
    }

    public string Name => plan.Target.Name;

    /// <exception cref="Terminal.CommandException">Its settings are wrong, or its data can't be opened.</exception>
    public static RunningHost Create(PlannedHost plan)
    {
        try
        {
            var app = plan.Target.Create(plan.Settings);

            // What starting would find out as well, but would log with its stack before anybody could put it into a sentence.
            app.Services.GetService<IStartupValidator>()?.Validate();
            _ = app.Services.GetServices<IHostedService>();
            return new RunningHost(plan, app);
        }
        catch (Exception problem) when (StartFailure.Explain(plan, problem) is { } told)
        {
            throw told;
        }
    }

    /// <summary>Of the orchestrator: see <see cref="UnfinishedJob.FindAsync"/>.</summary>
    public async Task<IReadOnlyList<UnfinishedJob>> FindUnfinishedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await UnfinishedJob.FindAsync(app.Services, cancellationToken);
        }
        catch (Exception problem) when (StartFailure.Explain(plan, problem) is { } told)
        {
            throw told;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        started = true;
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (StartFailure.Explain(plan, problem) is { } told)
        {
            throw told;
        }
    }

    public void OnStopping(Action action) => app.Lifetime.ApplicationStopping.Register(action);

    public async ValueTask DisposeAsync()
    {
        if (started)
        {
            // The host bounds its own shutdown, so it is not given up here.
            await app.StopAsync(CancellationToken.None);
        }

        await app.DisposeAsync();
    }
}
