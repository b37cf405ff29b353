using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A job to be created. Doing it again finds the job by its id.</summary>
internal sealed class CreateWrite(NewJob job) : Write<CreateOutcome>
{
    public NewJob Job => job;

    public override void Join(WriteBatch batch) => batch.Creates.Add(this);
}
