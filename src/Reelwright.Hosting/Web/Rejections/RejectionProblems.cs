using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ListenOptions = Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions;

namespace Reelwright.Hosting.Web.Rejections;

/// <summary>
/// Kestrel rejects some requests before the application sees them (a NUL in the path, headers beyond the limit, a broken request line)
/// with a bare status. It raises a diagnostic event for each, and this observer replaces the response with a problem.
/// </summary>
internal sealed class RejectionProblems(TimeProvider time) : IObserver<KeyValuePair<string, object?>>
{
    // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/diagnostics
    private const string Rejected = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void Use(ListenOptions listen)
    {
        var services = listen.ApplicationServices;
        var problems = new RejectionProblems(services.GetRequiredService<TimeProvider>());
        services.GetRequiredService<DiagnosticListener>().Subscribe(problems, name => name == Rejected);
        listen.Use(next => connection => CarryAsync(connection, next));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection request
            && request.Get<IHttpResponseFeature>() is { HasStarted: false }
            && request.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException rejection
            && request.Get<ReplaceableOutput>() is { } output)
        {
            output.Replace(RejectionAnswer.Write(rejection.StatusCode, request, time.GetUtcNow()));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static async Task CarryAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var transport = connection.Transport;
        var output = new ReplaceableOutput(transport.Output);
        connection.Features.Set(output);
        connection.Transport = new Duplex(transport.Input, output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
