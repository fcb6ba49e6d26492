namespace LeadRouter.Cluster.Grains;

/// <summary>An actor as a grain. Its key is the actor's.</summary>
internal interface IActorGrain : IGrainWithStringKey
{
    /// <summary>Handles one message. Never called again before it has returned.</summary>
    Task<ParcelResult> HandleAsync(Parcel parcel);

    /// <summary>Leaves memory, unless somebody has needed it since.</summary>
    /// <param name="idle">For how long a lane to it has not.</param>
    Task LeaveAsync(TimeSpan idle);
}

/// <summary>A lead.</summary>
internal interface ILeadGrain : IActorGrain;

/// <summary>A rep.</summary>
internal interface IRepGrain : IActorGrain;

/// <summary>A queue.</summary>
internal interface IQueueGrain : IActorGrain;

/// <summary>A contact.</summary>
internal interface IContactGrain : IActorGrain;

/// <summary>A receipt.</summary>
internal interface IReceiptGrain : IActorGrain;
