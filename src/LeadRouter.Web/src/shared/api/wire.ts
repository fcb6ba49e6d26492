import type { components } from './generated/openapi';

/** Short names of the wire's shapes, which are generated from the server's document. An absent value is null or left out. */
type Schemas = components['schemas'];

export type User = Schemas['UserDto'];
export type Role = User['roles'][number];
export type Session = Schemas['SessionDto'];
export type Source = Schemas['SourceDto'];
export type DeskValidation = Schemas['DeskValidationDto'];
export type Problem = Schemas['ProblemDto'];
export type Refusal = Schemas['RefusalDto'];
export type FieldCode = Schemas['FieldCodeDto'];
export type WordValues = NonNullable<FieldCode['values']>;
export type Money = Schemas['MoneyDto'];

export type Lead = Schemas['LeadDto'];
export type LeadState = Lead['state'];
export type LeadDetail = Schemas['LeadDetailDto'];
export type LeadPage = Schemas['LeadPageDto'];
export type DeadlineKind = Schemas['DeadlineDto']['kind'];
export type Attempt = Schemas['AttemptDto'];
export type AttemptStatus = Attempt['status'];
export type TimelineEntry = Schemas['TimelineEntryDto'];
export type Decision = Schemas['DecisionDto'];

export type Rep = Schemas['RepDto'];
export type Presence = Rep['presence'];
export type RepState = Schemas['RepStateDto'];
export type RepToday = Schemas['RepTodayDto'];
export type RepDesk = Schemas['RepDeskDto'];
export type Disposition = Schemas['DispositionDto'];
export type Outcome = Disposition['outcome'];
export type Offer = Schemas['OfferDto'];
export type OfferEnded = Schemas['OfferEndedDto'];
export type Reminder = Schemas['ReminderDto'];

export type Board = Schemas['BoardDto'];
export type BoardQueue = Schemas['BoardQueueDto'];
export type BoardRep = Schemas['BoardRepDto'];
export type RepActivity = BoardRep['state'];
export type BoardLeader = Schemas['BoardLeaderDto'];
export type BoardAlert = Schemas['BoardAlertDto'];
export type Distribution = Schemas['DistributionDto'];

export type CompleteRequest = Schemas['CompleteRequest'];
export type HubReply = Schemas['HubReply'];

/** What each hub says, and what can be asked of it, by name. */
export interface Hubs {
  '/hubs/rep': { messages: Schemas['RepHubMessages']; calls: Schemas['RepHubCalls'] };
  '/hubs/wallboard': { messages: Schemas['WallboardHubMessages']; calls: Record<never, never> };
}

export type HubUrl = keyof Hubs;
export type Message<THub extends HubUrl> = keyof Hubs[THub]['messages'] & string;
export type Call<THub extends HubUrl> = keyof Hubs[THub]['calls'] & string;
export type Arguments<
  THub extends HubUrl,
  TCall extends Call<THub>,
> = Hubs[THub]['calls'][TCall] extends infer TArguments extends unknown[] ? TArguments : never;
