using LeadRouter.Domain.Desks;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Queues;

namespace LeadRouter.Turns.Stored;

/// <summary>Every type that is stored, by hand: a record that is renamed keeps the name under which it was written.</summary>
internal static class StoredTypes
{
    /// <summary>Abstract records whose kinds are told apart by a discriminator.</summary>
    public static readonly IReadOnlyList<Type> Families =
        [typeof(Message), typeof(LeadEvent), typeof(LeadCommand), typeof(RepEvent), typeof(RepCommand), typeof(ContactEvent), typeof(ContactCommand)];

    private static readonly StoredType[] Events =
    [
        new(typeof(LeadReceived), "leadReceived"),
        new(typeof(LeadQueued), "leadQueued"),
        new(typeof(LeadOffered), "leadOffered"),
        new(typeof(OfferAccepted), "offerAccepted"),
        new(typeof(OfferEnded), "offerEnded"),
        new(typeof(CallRequested), "callRequested"),
        new(typeof(CallOrdered), "callOrdered"),
        new(typeof(AttemptStarted), "attemptStarted"),
        new(typeof(AttemptRang), "attemptRang"),
        new(typeof(ContactMade), "contactMade"),
        new(typeof(AttemptEnded), "attemptEnded"),
        new(typeof(DispositionSet), "dispositionSet"),
        new(typeof(RetryScheduled), "retryScheduled"),
        new(typeof(CallbackScheduled), "callbackScheduled"),
        new(typeof(LeadClosed), "leadClosed"),
        new(typeof(SlaWarned), "slaWarned"),
        new(typeof(SlaBreached), "slaBreached"),
        new(typeof(ReminderSent), "reminderSent"),
        new(typeof(ReminderSnoozed), "reminderSnoozed"),
        new(typeof(LeadTakenBack), "leadTakenBack"),
        new(typeof(LeadRepeated), "leadRepeated"),
        new(typeof(LeadReassigned), "leadReassigned"),
        new(typeof(RepRegistered), "repRegistered"),
        new(typeof(RepProfileChanged), "repProfileChanged"),
        new(typeof(RepConnected), "repConnected"),
        new(typeof(RepDisconnected), "repDisconnected"),
        new(typeof(RepConnectionsReset), "repConnectionsReset"),
        new(typeof(PresenceChanged), "presenceChanged"),
        new(typeof(PlaceReserved), "placeReserved"),
        new(typeof(HoldOwned), "holdOwned"),
        new(typeof(HoldEnded), "holdEnded", 2),
        new(typeof(HoldsVerified), "holdsVerified"),
        new(typeof(PostRegistered), "postRegistered"),
        new(typeof(ContactLeadClosed), "contactLeadClosed"),
        new(typeof(RepeatBecameLead), "repeatBecameLead"),
    ];

    private static readonly StoredType[] Commands =
    [
        new(typeof(ReceiveLead), "receiveLead"),
        new(typeof(RepeatLead), "repeatLead"),
        new(typeof(OfferLead), "offerLead"),
        new(typeof(AcceptOffer), "acceptOffer"),
        new(typeof(DeclineOffer), "declineOffer"),
        new(typeof(RescindOffer), "rescindOffer"),
        new(typeof(RequestCall), "requestCall"),
        new(typeof(OrderCall), "orderCall"),
        new(typeof(ReportCall), "reportCall"),
        new(typeof(CompleteLead), "completeLead"),
        new(typeof(ReassignLead), "reassignLead"),
        new(typeof(WithdrawLead), "withdrawLead"),
        new(typeof(SnoozeLead), "snoozeLead", 2),
        new(typeof(WakeLead), "wakeLead"),
        new(typeof(RegisterRep), "registerRep"),
        new(typeof(ChangeRepProfile), "changeRepProfile"),
        new(typeof(ConnectRep), "connectRep"),
        new(typeof(DisconnectRep), "disconnectRep"),
        new(typeof(ResetRepConnections), "resetRepConnections"),
        new(typeof(LoseServer), "loseServer"),
        new(typeof(SetRepPresence), "setRepPresence"),
        new(typeof(ReservePlace), "reservePlace"),
        new(typeof(ReportHold), "reportHold"),
        new(typeof(WakeRep), "wakeRep"),
        new(typeof(RegisterPost), "registerPost"),
        new(typeof(CloseContactLead), "closeContactLead"),
        new(typeof(ReturnRepeat), "returnRepeat"),
    ];

    private static readonly StoredType[] Messages =
    [
        new(typeof(Wake), "wake"),
        new(typeof(RegisterLeadPost), "registerLeadPost"),
        new(typeof(TellContact), "tellContact"),
        new(typeof(ClaimReceipt), "claimReceipt"),
        new(typeof(AskLead), "askLead"),
        new(typeof(TellLead), "tellLead"),
        new(typeof(GetLead), "getLead"),
        new(typeof(RecordRepeat), "recordRepeat"),
        new(typeof(CheckHold), "checkHold"),
        new(typeof(PlaceCall), "placeCall"),
        new(typeof(LeadWaits), "leadWaits"),
        new(typeof(LeadLeft), "leadLeft"),
        new(typeof(RepSeen), "repSeen", 2),
        new(typeof(ReserveRefused), "reserveRefused"),
        new(typeof(CompareQueue), "compareQueue"),
        new(typeof(AskRep), "askRep"),
        new(typeof(TellRep), "tellRep"),
        new(typeof(GetRep), "getRep"),
        new(typeof(ReserveFor), "reserveFor"),
    ];

    private static readonly StoredType[] States =
    [
        new(typeof(Lead), "lead", 2),
        new(typeof(Rep), "rep", 2),
        new(typeof(Contact), "contact"),
        new(typeof(ReceiptActor.Receipt), "receipt"),
    ];

    private static readonly StoredType[] Others =
    [
        new(typeof(WaitingLead), "waitingLead"),
        new(typeof(RepStatus), "repStatus", 2),
        new(typeof(Desk), "desk", 2),
    ];

    /// <summary>All of them. Static fields are set in their order: this one comes last.</summary>
    public static readonly IReadOnlyList<StoredType> All = [.. Events, .. Commands, .. Messages, .. States, .. Others];
}
