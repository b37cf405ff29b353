using Microsoft.Extensions.Options;
using Reelwright.Composition.Films;
using Reelwright.Contracts.Services;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Media.Film.Quality;
using Reelwright.MediaFiles;
using Reelwright.Services;
using Reelwright.Services.Providers;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Providers.Local;

/// <summary>Composes the film on this machine: finds the clips, fetches logo and music, plans, encodes and stores the film.</summary>
internal sealed class LocalFilmProvider(
    FilmInputLoader inputs, FilmComposer composer, FilmPublisher publisher, MediaReadiness readiness, IOptions<PricingOptions> pricing)
    : IProvider<ComposeRequest, ComposeResult>
{
    private const decimal TypicalUsd = 0.075m;

    public ProviderInfo Info { get; } = new()
    {
        Name = "local",
        Model = "film-composer-1",
        Price = pricing.Value.PriceOf("call", TypicalUsd),
        TypicalSeconds = 25,
    };

    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken) => (await readiness.FindFaultAsync(cancellationToken))?.ToString();

    public async Task<ProviderAnswer<ComposeResult>> GenerateAsync(ComposeRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        if (SceneTimes.FindFault(request.Scenes) is { } fault)
        {
            throw new WorkException(ServiceErrorCodes.InvalidInput, fault, retryable: false);
        }

        try
        {
            var materials = await inputs.LoadAsync(request, context, cancellationToken);
            var film = await composer.ComposeAsync(FilmPlanner.Plan(request, materials, context), cancellationToken);
            var result = await publisher.PublishAsync(film, context, cancellationToken);
            return new ProviderAnswer<ComposeResult>(result, Info.Price.Usd);
        }
        catch (MediaRejectedException exception)
        {
            throw exception.Scene is { } scene
                ? SourceFiles.Unusable(ClipSources.MemberOf(scene), exception.Message, exception).About(request.Scenes[scene].VideoUrl, scene)
                : SourceFiles.Unusable("scenes", exception.Message, exception);
        }
        catch (FilmFlawedException exception)
        {
            throw new WorkException(ServiceErrorCodes.ResultFlawed, exception.Message, retryable: false, exception);
        }
        catch (Exception exception) when (exception is FfmpegFailedException { RanOutOfSpace: true }
            || (exception is IOException and not MediaStoreFullException and var full && MediaStoreFullException.IsCausedBy(full)))
        {
            throw new MediaStoreFullException("the work folder", exception);
        }
        catch (FfmpegFailedException exception) when (exception.IsTemporary)
        {
            throw new WorkException(
                ServiceErrorCodes.TemporaryFault,
                "ffmpeg was stopped, took too long or lacked memory while the film was made. The clips are not the cause; compose again.",
                retryable: true,
                exception);
        }
        catch (MissingToolException exception)
        {
            throw Unequipped(new MediaFault(exception.Problem, exception.Cure), exception);
        }
        catch (Exception exception) when (exception is FfmpegFailedException or DllNotFoundException)
        {
            // A missing ffmpeg filter or an unloadable library is noticed only when the work fails.
            if (await readiness.FindFaultAsync(cancellationToken) is { } missing)
            {
                throw Unequipped(missing, exception);
            }

            throw;
        }
    }

    // Another attempt does not help until the machine is repaired. The cure comes first, because long errors are cut.
    private static WorkException Unequipped(MediaFault fault, Exception cause) => new(
        ServiceErrorCodes.ToolsMissing, $"This machine lacks a part that composition needs. {fault.Cure} Then retry. What is missing: {fault.Problem}.", retryable: false, cause);
}
