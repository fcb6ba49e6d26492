export interface paths {
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the token also comes as a cookie */
        post: operations["signIn"];
        /** Sign out: the token is void at once */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["currentSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first administrator with the one-time set-up token, and sign in */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of supervisors and administrators */
        get: operations["listUsers"];
        put?: never;
        /** Make an account for a supervisor or administrator */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a password, a name, or whether the account may be used */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, without their keys */
        get: operations["listSources"];
        put?: never;
        /** Make a source; its intake key is shown this once */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a source: its key is void at once */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Board tokens, without their secrets */
        get: operations["listBoardTokens"];
        put?: never;
        /** Make a read-only wallboard token; it is shown this once */
        post: operations["createBoardToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a board token: it is void at once */
        delete: operations["deleteBoardToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads, newest first; a rep gets his or her own. q is part of a name, phone or e-mail; a phone as it is dialled or in E.164. */
        get: operations["ListLeads"];
        put?: never;
        /**
         * Takes a lead. 202 only after it is durable. Idempotency-Key lives 48 hours.
         * @description JSON or a form. A field is known by its name in any case, or by one of its usual other names, compared by letters and digits only: fullName, first_name and
         *     last_name, tel, phoneNumber, mobile, mail, e-mail, lang, comments and so on; its own name wins. Any other field of a JSON body is kept in attributes, as far
         *     as their limits go, nested ones as compact JSON text. The answer's warnings tell of each such field what became of it, for example "read as phone" or "kept in
         *     attributes"; there are none when every field went by its own name. The same Idempotency-Key and body again get the same answer, warnings included.
         */
        post: operations["PostLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/desk.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of the desk. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wallboard's document. */
        get: operations["GetBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 200 while the process answers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 200 when leads can be taken; 503 until recovered, and while nothing can be made durable. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lead with its timeline and the decisions about it. */
        get: operations["GetLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a lead to a rep (as an offer only he or she gets for a while) or to a queue. */
        post: operations["ReassignLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{leadId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a lead out, for a reason. */
        post: operations["WithdrawLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All reps with their presence. */
        get: operations["ListReps"];
        put?: never;
        /** Makes a rep and the account to sign in with. */
        post: operations["CreateRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{repId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given and nothing else. */
        patch: operations["UpdateRep"];
        trace?: never;
    };
    "/api/v1/reps/{repId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A supervisor sets a rep available, on break or offline. */
        post: operations["SetRepPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The desk in force; its version is the ETag. */
        get: operations["GetDesk"];
        /** Puts a desk in force. With If-Match it must be the version that was read. */
        put: operations["PutDesk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what is wrong with a desk, without putting it in force. */
        post: operations["ValidateDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account without a rep, as `GET /api/v1/users` lists it. */
        AccountDto: {
            user: string;
            name: string;
            roles: string[];
            active: boolean;
            /**
             * Format: date-time
             * @description Set while too many wrong passwords keep it locked.
             */
            lockedUntil?: null | string;
        };
        /** @description One try to reach the lead. */
        AttemptDto: {
            attemptId: string;
            /**
             * Format: int32
             * @description 1 for the first.
             */
            number: number;
            repId: string;
            /**
             * @description How far it has come, or its end.
             * @enum {string}
             */
            status: "dialing" | "initiated" | "ringing" | "answered" | "completed" | "noAnswer" | "busy" | "failed" | "notPlaced" | "canceled" | "machine" | "unknown";
            /** @description True once the carrier has said that it dials the lead; false for a tel: link, while the call is only ordered, and when it was never placed. */
            proven: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            initiatedAt?: null | string;
            /** Format: date-time */
            answeredAt?: null | string;
            /** Format: date-time */
            endedAt?: null | string;
        };
        /** @description Something to act on, until it is solved. Kinds: slaWarning, slaBreached (both until the lead is called), leadTakenBack (until somebody takes it), repPaused (until the rep is back). */
        BoardAlertDto: {
            alertId: string;
            /** @enum {string} */
            kind: "slaWarning" | "slaBreached" | "leadTakenBack" | "repPaused";
            severity: string;
            /** Format: date-time */
            at: string;
            queue?: null | string;
            leadId?: null | string;
            repId?: null | string;
            text: string;
        };
        /** @description The wallboard: everything it shows in one document. */
        BoardDto: {
            /** Format: date-time */
            at: string;
            /** @description The centre's day, yyyy-MM-dd. */
            day: string;
            timeZone: string;
            currency: string;
            queues: components["schemas"]["BoardQueueDto"][];
            reps: components["schemas"]["BoardRepDto"][];
            totals: components["schemas"]["BoardTotalsDto"];
            kpis: components["schemas"]["BoardKpisDto"];
            thresholds: components["schemas"]["BoardThresholdsDto"];
            /** @description Best first: by revenue, deals, contacts; at most 10. */
            leaders: components["schemas"]["BoardLeaderDto"][];
            /** @description Newest first; at most 20. */
            alerts: components["schemas"]["BoardAlertDto"][];
        };
        /** @description The day's defining numbers, over leads received today. */
        BoardKpisDto: {
            timeToFirstAttempt: components["schemas"]["DistributionDto"];
            timeToFirstContact: components["schemas"]["DistributionDto"];
            timeToOffer: components["schemas"]["DistributionDto"];
            timeToAssignment: components["schemas"]["DistributionDto"];
            sla: components["schemas"]["SlaDto"];
            leadToDeal: components["schemas"]["ConversionDto"];
        };
        /** @description A line of the leader list. */
        BoardLeaderDto: {
            repId: string;
            name: string;
            /** Format: int32 */
            deals: number;
            revenue: components["schemas"]["MoneyDto"];
            /** Format: int32 */
            contacts: number;
        };
        /** @description A queue now. */
        BoardQueueDto: {
            queue: string;
            name: string;
            /** Format: int32 */
            waiting: number;
            /**
             * Format: double
             * @description Age of the oldest lead that is due and has no attempt.
             */
            longestWaitSeconds: number;
            /**
             * Format: date-time
             * @description When that wait becomes a worry, by the queue's choice of clock and the desk's threshold; null when no lead waits so.
             */
            waitWarnAt?: null | string;
            /**
             * Format: date-time
             * @description When it is longer than the queue's target.
             */
            waitLateAt?: null | string;
            /** Format: int32 */
            offered: number;
            /** Format: int32 */
            owned: number;
            /** Format: int32 */
            slaTargetSeconds: number;
            sla: components["schemas"]["SlaDto"];
        };
        /** @description A rep now. */
        BoardRepDto: {
            repId: string;
            name: string;
            /** @enum {string} */
            state: "offline" | "available" | "break" | "ringing" | "working" | "wrapUp" | "calling" | "talking";
            /** Format: date-time */
            since: string;
            reason?: null | string;
            /** Format: int32 */
            activeLeads: number;
            today: components["schemas"]["RepTodayDto"];
        };
        /** @description The wallboard's thresholds, in percent. */
        BoardRules: {
            /**
             * Format: int32
             * @description SLA attainment from which on it is good, 1 to 100.
             */
            slaGoodPercent?: number;
            /**
             * Format: int32
             * @description SLA attainment below which it is bad, 0 to int BoardRules.SlaGoodPercent; a worry in between.
             */
            slaBadPercent?: number;
            /**
             * Format: int32
             * @description Share of its queue's target from which on a waiting lead is a worry, 1 to 99; late is bad.
             */
            waitWarnPercent?: number;
        };
        /** @description Attainment from which on it is good, and below which it is bad, 0 to 1; as the desk says. */
        BoardThresholdsDto: {
            /** Format: double */
            slaGood: number;
            /** Format: double */
            slaBad: number;
        };
        /** @description Answer of `POST /api/v1/board-tokens`: a read-only wallboard address, shown once. */
        BoardTokenDto: {
            token: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description A board token as listed; the token's first characters only. */
        BoardTokenSummaryDto: {
            tokenId: string;
            name?: null | string;
            tokenHint: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description Counters since midnight of the centre's time zone. */
        BoardTotalsDto: {
            /** Format: int32 */
            received: number;
            /** Format: int32 */
            repeats: number;
            /** Format: int32 */
            waiting: number;
            /** Format: int32 */
            offersMade: number;
            /** Format: int32 */
            offersMissed: number;
            /** Format: int32 */
            offersDeclined: number;
            /** Format: int32 */
            assigned: number;
            /** Format: int32 */
            callsPlaced: number;
            /** Format: int32 */
            callsAnswered: number;
            /**
             * Format: double
             * @description Answered / placed; null before the first call.
             */
            answerRate?: null | number;
            /** Format: int32 */
            attempted: number;
            /** Format: int32 */
            reached: number;
            /** Format: int32 */
            callbacks: number;
            /** Format: int32 */
            won: number;
            /** Format: int32 */
            lost: number;
            /** Format: int32 */
            notReachable: number;
            /** Format: int32 */
            invalid: number;
            /** Format: int32 */
            withdrawn: number;
            revenue: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Reps who were available at least once today.
             */
            activeReps: number;
            revenuePerRep: components["schemas"]["MoneyDto"];
        };
        /** @description One step of the cadence: either a pause or the next working day at a time. */
        CadenceStep: {
            /**
             * Format: int32
             * @description Minutes after the attempt ended, 1 to 43,200.
             */
            afterMinutes?: null | number;
            /** @description Time of the next working day, `HH:mm` in the centre's time zone. */
            nextWorkingDayAt?: null | string;
        };
        /** @description Body of `Complete`. */
        CompleteRequest: {
            /** @description Id of one of the desk's dispositions. */
            disposition?: null | string;
            /** @description At most 4,000 characters. */
            note?: null | string;
            amount?: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description Needed for a call-back: in the future, at most 90 days ahead.
             */
            callbackAt?: null | string;
        };
        /** @description What the person agreed to, when, and the kind of consent. */
        ConsentDto: {
            text?: null | string;
            /** Format: date-time */
            at?: null | string;
            kind?: null | string;
        };
        /** @description Leads received today that were won today / leads received today. What of them is won later is in no number of the day. */
        ConversionDto: {
            /** Format: int32 */
            deals: number;
            /** Format: int32 */
            leads: number;
            /** Format: double */
            ratio?: null | number;
        };
        /** @description Body of `POST /api/v1/board-tokens`; may be left out. */
        CreateBoardTokenRequest: {
            /** @description Where the wallboard hangs, up to 100 characters. */
            name?: null | string;
            /**
             * Format: int32
             * @description 1 to 3650; default 365.
             */
            days?: null | number;
        };
        /** @description Body of `POST /api/v1/reps`. */
        CreateRepRequest: {
            /** @description Sign-in name, 2 to 64 of letters, digits, `. _ - @`; unique, case ignored. */
            user?: null | string;
            /** @description 8 to 200 characters; without one the rep cannot sign in until a password is set. */
            password?: null | string;
            /** @description Shown name, 1 to 100 characters. */
            name?: null | string;
            /** @description Queue ids; default: the desk's default queue. */
            queues?: null | string[];
            /** @description Skill name to level 1-10. */
            skills?: null | {
                [key: string]: number;
            };
            /** @description BCP 47 tags; empty: any language. */
            languages?: null | string[];
            /**
             * Format: int32
             * @description Leads worked at the same time, 1 to 10; default 1.
             */
            capacity?: null | number;
            /**
             * Format: double
             * @description Share against other reps, 0.1 to 10; default 1.
             */
            weight?: null | number;
            /** @description The phone the carrier rings before it bridges the lead. */
            phone?: null | string;
        };
        /** @description Answer of `POST /api/v1/reps`. */
        CreateRepResponse: {
            repId: string;
        };
        /** @description Body of `POST /api/v1/sources`. Channel: api (JSON and form posts with a key). */
        CreateSourceRequest: {
            name: null | string;
            channel: null | string;
            queue?: null | string;
        };
        /** @description Answer of `POST /api/v1/sources`: the only time the key is shown. */
        CreateSourceResponse: {
            sourceId: string;
            key: string;
        };
        /** @description Body of `POST /api/v1/users`: an account without a rep. */
        CreateUserRequest: {
            user: null | string;
            password: null | string;
            name: null | string;
            /** @description supervisor or admin. */
            role: null | string;
        };
        /** @description A stored instant at which the lead acts by itself. */
        DeadlineDto: {
            /** @enum {string} */
            kind: "offerExpiry" | "slaWarning" | "slaBreach" | "attemptBy" | "callEnd" | "dispositionBy" | "nextAttempt" | "callback";
            /** Format: date-time */
            at: string;
        };
        /** @description Why a lead was offered to a rep. */
        DecisionDto: {
            /**
             * Format: date-time
             * @description When the queue decided.
             */
            at: string;
            /** @description The chosen rep. */
            repId: string;
            /** @description Name of the rule that chose, for example longestIdle or ownerFirst. */
            rule: string;
            /** @description Reps that could have had it, best first. */
            eligible: string[];
            /** @description Reps that could not, and why. */
            excluded: components["schemas"]["ExclusionDto"][];
            /**
             * Format: int32
             * @description How many were excluded in all; the list is capped at 50.
             */
            excludedCount: number;
        };
        /** @description The whole routing configuration of one call centre: one versioned JSON document. */
        Desk: {
            /** @description Shown name, 1 to 100 characters. */
            name?: string;
            /** @description IANA time zone of the centre; its midnight starts the day's counters. */
            timeZone?: string;
            /** @description ISO 3166 alpha-2; local phone numbers are read as this country's. */
            defaultCountry?: string;
            /** @description ISO 4217. */
            currency?: string;
            /** @description The queue of leads that name none; must be one of IReadOnlyList&lt;QueueRules&gt; Desk.Queues. */
            defaultQueue?: string;
            /** @description 1 to 200 queues. */
            queues?: components["schemas"]["QueueRules"][];
            /** @description 1 to 50 results a rep can choose. */
            dispositions?: components["schemas"]["Disposition"][];
            /** @description Working hours: next-working-day retries and the working-hours clocks go by them. */
            workWeek?: components["schemas"]["WorkWeek"];
            /** @description When reps are paused by the system. */
            pause?: components["schemas"]["PauseRules"];
            /** @description From when on the wallboard shows a number as a worry. */
            board?: components["schemas"]["BoardRules"];
        };
        /** @description Answer of `POST /api/v1/desk/validate`: no errors means that it could be put. Keys are JSON paths; the codes are of the errors, in the same order. */
        DeskValidationDto: {
            valid: boolean;
            errors: {
                [key: string]: string[];
            };
            codes: {
                [key: string]: components["schemas"]["FieldCodeDto"][];
            };
        };
        /** @description A result a rep can choose. */
        Disposition: {
            /** @description 1 to 40 letters or digits; unique on the desk. */
            id: string;
            outcome: components["schemas"]["DispositionOutcome"];
            /** @description Language to shown text. */
            labels?: {
                [key: string]: string;
            };
        };
        /** @description A possible result of handling a lead. */
        DispositionDto: {
            /** @description Sent back in `Complete`. */
            id: string;
            /** @description Language to text. */
            labels: {
                [key: string]: string;
            };
            /**
             * @description won, lost, callback, noAnswer or invalid.
             * @enum {string}
             */
            outcome: "won" | "lost" | "callback" | "noAnswer" | "invalid";
        };
        /** @description What a disposition does to the lead. */
        DispositionOutcome: number;
        /** @description A distribution of durations. `Censored`: leads that have no value yet or never got one. `Unproven`: values that rest on a click. */
        DistributionDto: {
            /** Format: int32 */
            count: number;
            /** Format: double */
            p50Seconds?: null | number;
            /** Format: double */
            p90Seconds?: null | number;
            /** Format: double */
            p99Seconds?: null | number;
            /** Format: double */
            maxSeconds?: null | number;
            /** Format: double */
            workingP50Seconds?: null | number;
            /** Format: double */
            workingP90Seconds?: null | number;
            /** Format: int32 */
            censored: number;
            /** Format: int32 */
            unproven: number;
        };
        /** @description A rep that was left out. */
        ExclusionDto: {
            repId: string;
            /** @enum {string} */
            reason: "language" | "skill" | "atCapacity" | "onBreak" | "offline" | "disconnected" | "passed" | "ownerFirst";
        };
        /** @description What is wrong with a field, for who says it in another language than the sentence beside it. */
        FieldCodeDto: {
            /** @description Stable, snake_case. */
            code: string;
            /** @description What the sentence names: numbers, texts and lists of texts. */
            values?: null | {
                [key: string]: number | string | string[];
            };
        };
        /** @description Answer of every client call on the rep hub. */
        HubReply: {
            /** @description True when it was done. */
            ok: boolean;
            refusal?: components["schemas"]["RefusalDto"];
            /** @description For `Call` without a carrier: the tel: link to open. */
            telLink?: null | string;
        };
        JsonElement: unknown;
        /** @description Answer of `GET /api/v1/leads/{id}`. */
        LeadDetailDto: {
            timeline: components["schemas"]["TimelineEntryDto"][];
            decisions: components["schemas"]["DecisionDto"][];
            leadId: string;
            externalId?: null | string;
            /** @enum {string} */
            state: "received" | "waiting" | "offered" | "owned" | "attempting" | "reached" | "callback" | "won" | "lost" | "notReachable" | "invalid" | "withdrawn";
            queue: string;
            /** @description The owning rep's id. */
            owner?: null | string;
            name?: null | string;
            /** @description E.164. */
            phone?: null | string;
            email?: null | string;
            source?: null | string;
            campaign?: null | string;
            language?: null | string;
            message?: null | string;
            /** Format: double */
            score?: null | number;
            /**
             * Format: int32
             * @description 0 to 1000; higher goes first.
             */
            priority: number;
            /** Format: date-time */
            receivedAt: string;
            deadlines: components["schemas"]["DeadlineDto"][];
            attempts: components["schemas"]["AttemptDto"][];
            offer?: null | components["schemas"]["LeaseDto"];
            waitsFor?: null | components["schemas"]["WaitsForDto"];
            /** @description A test lead: counted nowhere. */
            isTest: boolean;
            /**
             * Format: int32
             * @description How many times the same person posted again while the lead was open.
             */
            repeatCount: number;
            consent?: null | components["schemas"]["ConsentDto"];
            /** Format: date-time */
            requestedAt?: null | string;
            attributes?: null | {
                [key: string]: string;
            };
            /** Format: date-time */
            firstOfferAt?: null | string;
            /** Format: date-time */
            assignedAt?: null | string;
            /**
             * Format: date-time
             * @description First dial the carrier reported as initiated to the lead (or, unproven, the rep's own dial).
             */
            firstAttemptAt?: null | string;
            /**
             * Format: date-time
             * @description First leg answered by a human.
             */
            firstContactAt?: null | string;
            /** @description False when the first attempt rests on a click and not on a carrier. */
            firstAttemptProven?: null | boolean;
            disposition?: null | string;
            note?: null | string;
            amount?: null | components["schemas"]["MoneyDto"];
            /** Format: date-time */
            closedAt?: null | string;
        };
        /** @description A lead as REST and the hubs show it. */
        LeadDto: {
            leadId: string;
            externalId?: null | string;
            /** @enum {string} */
            state: "received" | "waiting" | "offered" | "owned" | "attempting" | "reached" | "callback" | "won" | "lost" | "notReachable" | "invalid" | "withdrawn";
            queue: string;
            /** @description The owning rep's id. */
            owner?: null | string;
            name?: null | string;
            /** @description E.164. */
            phone?: null | string;
            email?: null | string;
            source?: null | string;
            campaign?: null | string;
            language?: null | string;
            message?: null | string;
            /** Format: double */
            score?: null | number;
            /**
             * Format: int32
             * @description 0 to 1000; higher goes first.
             */
            priority: number;
            /** Format: date-time */
            receivedAt: string;
            deadlines: components["schemas"]["DeadlineDto"][];
            attempts: components["schemas"]["AttemptDto"][];
            offer?: null | components["schemas"]["LeaseDto"];
            waitsFor?: null | components["schemas"]["WaitsForDto"];
            /** @description A test lead: counted nowhere. */
            isTest: boolean;
            /**
             * Format: int32
             * @description How many times the same person posted again while the lead was open.
             */
            repeatCount: number;
            consent?: null | components["schemas"]["ConsentDto"];
            /** Format: date-time */
            requestedAt?: null | string;
            attributes?: null | {
                [key: string]: string;
            };
            /** Format: date-time */
            firstOfferAt?: null | string;
            /** Format: date-time */
            assignedAt?: null | string;
            /**
             * Format: date-time
             * @description First dial the carrier reported as initiated to the lead (or, unproven, the rep's own dial).
             */
            firstAttemptAt?: null | string;
            /**
             * Format: date-time
             * @description First leg answered by a human.
             */
            firstContactAt?: null | string;
            /** @description False when the first attempt rests on a click and not on a carrier. */
            firstAttemptProven?: null | boolean;
            disposition?: null | string;
            note?: null | string;
            amount?: null | components["schemas"]["MoneyDto"];
            /** Format: date-time */
            closedAt?: null | string;
        };
        /** @description A page of leads; `Next` is the cursor of the following page, null on the last. */
        LeadPageDto: {
            leads: components["schemas"]["LeadDto"][];
            next?: null | string;
        };
        /** @description An open offer of the lead to one rep. */
        LeaseDto: {
            offerId: string;
            repId: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description An amount of money. JSON: `{"amount": 1200, "currency": "ILS"}`; a bare number is read in the centre's currency. */
        MoneyDto: {
            amount: number;
            currency?: null | string;
        };
        /** @description A lead that rings at the rep. */
        OfferDto: {
            offerId: string;
            lead: components["schemas"]["LeadDto"];
            queue: string;
            /** Format: date-time */
            expiresAt: string;
            reason: string;
        };
        /** @description An offer that is over. */
        OfferEndedDto: {
            offerId: string;
            /** @enum {string} */
            why: "accepted" | "declined" | "missed" | "rescinded" | "withdrawn";
        };
        /** @description When the system pauses a rep. */
        PauseRules: {
            /**
             * Format: int32
             * @description Missed offers in a row after which the rep is put on break, 1 to 20.
             */
            missedOffersInRow?: number;
            /**
             * Format: int32
             * @description How long a lost connection may last before the rep counts as offline, 0 to 300 s.
             */
            presenceGraceSeconds?: number;
        };
        /**
         * @description Body of `POST /api/v1/leads`. At least one of phone and e-mail; at most 64 KiB in all. Other usual names of a field are read as it
         *     (`fullName`, `first_name`, `tel`, `e-mail`), and any other field is kept in IReadOnlyDictionary&lt;string, string&gt;? PostLeadRequest.Attributes: the answer's warnings say so.
         */
        PostLeadRequest: {
            /** @description The sender's own id of the lead, at most 200 characters; the same one from the same source is one lead. */
            externalId?: null | string;
            /** @description At most 200 characters. */
            name?: null | string;
            /** @description International (+972…) or local to the centre's default country. */
            phone?: null | string;
            /** @description At most 254 characters. */
            email?: null | string;
            /** @description Default: the name of the source that the key belongs to. */
            source?: null | string;
            /** @description At most 200 characters. */
            campaign?: null | string;
            /** @description Queue id; default: the source's queue, else the desk's default queue. */
            queue?: null | string;
            /** @description BCP 47 tag, for example `he` or `en`; a rep must speak it. */
            language?: null | string;
            /** @description At most 4,000 characters. */
            message?: null | string;
            /**
             * Format: double
             * @description 0 to 100; higher is hotter.
             */
            score?: null | number;
            consent?: null | components["schemas"]["ConsentDto"];
            /**
             * Format: date-time
             * @description When the person asked, if the sender knows.
             */
            requestedAt?: null | string;
            /** @description At most 50 entries; names to 100 and values to 1,000 characters. */
            attributes?: null | {
                [key: string]: string;
            };
        };
        /** @description The 202 answer: sent only after the lead is durable. */
        PostLeadResponse: {
            /** @description The lead; for a repeat, the open lead on which it was recorded. */
            leadId: string;
            /**
             * Format: date-time
             * @description When this post was made durable.
             */
            receivedAt: string;
            /** @description The open lead of the same person, when this post was a repeat. */
            duplicateOf?: null | string;
            /** @description Fields of a JSON body that were read by another name or kept as attributes; missing when there are none. */
            warnings?: null | components["schemas"]["PostWarningDto"][];
        };
        /** @description What became of a field that is not one of a lead's. */
        PostWarningDto: {
            /** @description Its name as it was sent. */
            field: string;
            /** @description For example `read as name` or `kept in attributes`. */
            text: string;
        };
        /** @description The body of every error answer (RFC 9457, `application/problem+json`). */
        ProblemDto: {
            /** @description A short summary, the same for every occurrence. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description Stable, snake_case: what programs should look at. */
            code: string;
            /** @description A sentence that tells the caller what to do. */
            detail?: null | string;
            /** @description What the detail names, numbers and texts by name, for who says it in another language. */
            values?: null | {
                [key: string]: number | string | string[];
            };
            /** @description JSON path to sentences on what is wrong there; only with codes that say that some of it is, such as `validation_failed`. */
            errors?: null | {
                [key: string]: string[];
            };
            /** @description The same as `errors`, in the same order, for who says it in another language. */
            codes?: null | {
                [key: string]: components["schemas"]["FieldCodeDto"][];
            };
            /** @description Finds the log lines of an unexpected error. */
            traceId?: null | string;
        };
        /** @description How one queue treats its leads. */
        QueueRules: {
            /** @description 1 to 40 lower-case letters, digits, `-` or `_`. */
            id: string;
            /** @description Shown name; the id when empty. */
            name?: string;
            /**
             * @description How a rep is chosen among the eligible, by the name of a policy: `longestIdle` or `fewestToday`.
             * @enum {string}
             */
            strategy?: "longestIdle" | "fewestToday";
            /**
             * Format: int32
             * @description How long an offer rings, 5 to 300 s.
             */
            offerSeconds?: number;
            /**
             * Format: int32
             * @description How long a rep who missed or declined a lead is left alone with it, 0 to 3600 s; afterwards it may come round again.
             */
            offerAgainSeconds?: number;
            /**
             * Format: int32
             * @description How long a lead that comes back waits for its busy owner before anybody may have it, 0 to 3600 s.
             */
            ownerFirstSeconds?: number;
            /**
             * Format: int32
             * @description Added to every lead of the queue, 0 to 1000.
             */
            priority?: number;
            /**
             * Format: int32
             * @description Added when the same person posts again, 0 to 1000.
             */
            repeatPriority?: number;
            /**
             * Format: int32
             * @description Waiting this long is worth one point of priority, 1 to 3600 s.
             */
            ageingSecondsPerPoint?: number;
            sla?: components["schemas"]["SlaRules"];
            /** @description What follows each unanswered attempt, in order; after the last step the lead is not reachable. */
            cadence?: components["schemas"]["CadenceStep"][];
            /**
             * Format: int32
             * @description How long the lead's phone rings, 5 to 600 s.
             */
            ringSeconds?: number;
            /**
             * Format: int32
             * @description An owner who has not dialled after this long is reminded, then loses the lead; 10 to 86,400 s.
             */
            attemptBySeconds?: number;
            /**
             * Format: int32
             * @description An owner who has not said what happened this long after the call is reminded; 10 to 86,400 s.
             */
            dispositionBySeconds?: number;
            /**
             * Format: int32
             * @description Reminders before a lead is taken back, 0 to 10.
             */
            reminders?: number;
            /** @description Skills that a rep needs, name to least level 1-10. */
            skills?: {
                [key: string]: number;
            };
            /** @description Language to the text the rep reads out; `{rep}`, `{centre}`, `{name}` and `{campaign}` are filled in on the screen. */
            script?: {
                [key: string]: string;
            };
            /** @description The shown name. */
            title?: null | string;
        };
        /** @description Body of reassign: exactly one of the two. */
        ReassignRequest: {
            repId?: null | string;
            queue?: null | string;
        };
        /** @description An expected refusal. */
        RefusalDto: {
            /** @description Stable, snake_case. */
            code: string;
            /** @description A sentence that tells what to do. */
            text: string;
            /** @description What the sentence names, numbers and texts by name, for who says it in another language. */
            values?: null | {
                [key: string]: number | string | string[];
            };
        };
        /** @description A step that is late. */
        ReminderDto: {
            reminderId: string;
            /** @enum {string} */
            kind: "attemptBy" | "dispositionBy";
            leadId?: null | string;
            text: string;
            /** Format: date-time */
            dueAt: string;
            /** @description It can be put off, once; the first call to a new lead cannot. */
            mayPutOff: boolean;
        };
        /** @description What the desk configuration gives the rep's screen. */
        RepDeskDto: {
            /** @description In the order to show. */
            dispositions: components["schemas"]["DispositionDto"][];
            /** @description Queue id to language to text; the screen fills in `{rep}`, `{centre}`, `{name}` and `{campaign}`. */
            scripts: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description ISO 4217. */
            currency: string;
            /** @description IANA name of the centre. */
            timeZone: string;
            /**
             * @description none (tel: link, manual outcome), simulated or twilio.
             * @enum {string}
             */
            carrier: "none" | "simulated" | "twilio";
            /** @description Shown name of the call centre. */
            centre: string;
        };
        /** @description A rep as `GET /api/v1/reps` lists it. */
        RepDto: {
            repId: string;
            user: string;
            name: string;
            queues: string[];
            skills: {
                [key: string]: number;
            };
            languages: string[];
            /** Format: int32 */
            capacity: number;
            /** Format: double */
            weight: number;
            phone?: null | string;
            active: boolean;
            /** @enum {string} */
            presence: "offline" | "available" | "break";
            presenceReason?: null | string;
            /** Format: date-time */
            presenceSince: string;
            connected: boolean;
            /** Format: int32 */
            activeLeads: number;
        };
        RepHubCalls: {
            SetPresence: [
                null | string
            ];
            AcceptOffer: [
                null | string
            ];
            DeclineOffer: [
                null | string,
                null | string
            ];
            Call: [
                null | string
            ];
            Complete: [
                null | string,
                components["schemas"]["CompleteRequest"]
            ];
            Snooze: [
                null | string,
                number
            ];
        };
        RepHubMessages: {
            State: components["schemas"]["RepStateDto"];
            OfferMade: components["schemas"]["OfferDto"];
            OfferEnded: components["schemas"]["OfferEndedDto"];
            LeadUpdated: components["schemas"]["LeadDto"];
            Reminder: components["schemas"]["ReminderDto"];
        };
        /** @description What the rep desk shows: sent on connect and on every change of the rep. */
        RepStateDto: {
            repId: string;
            name: string;
            /** @enum {string} */
            presence: "offline" | "available" | "break";
            /** @description Why, when it was not the rep's own choice: missedOffers, supervisor, connectionLost. */
            presenceReason?: null | string;
            /** Format: date-time */
            presenceSince: string;
            /** Format: int32 */
            capacity: number;
            /**
             * Format: int32
             * @description Leads being worked now (offered or owned and not scheduled for later).
             */
            activeLeads: number;
            /** Format: int32 */
            missedInRow: number;
            /** @description Offers ringing now. */
            offers: components["schemas"]["OfferDto"][];
            /** @description All open leads that the rep owns, the ones being worked first; at most 200. */
            leads: components["schemas"]["LeadDto"][];
            reminders: components["schemas"]["ReminderDto"][];
            today: components["schemas"]["RepTodayDto"];
            desk: components["schemas"]["RepDeskDto"];
            /**
             * Format: date-time
             * @description The server's clock, to show countdowns right on a machine whose clock is wrong.
             */
            serverTime: string;
        };
        /** @description The rep's counters since midnight of the centre. */
        RepTodayDto: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            missed: number;
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            contacts: number;
            /** Format: int32 */
            deals: number;
            revenue: components["schemas"]["MoneyDto"];
        };
        /** @description Answer of `POST /api/v1/sessions`; the token also comes as a cookie. */
        SessionDto: {
            token: string;
            /** Format: date-time */
            expiresAt: string;
            user: components["schemas"]["UserDto"];
        };
        /** @description Body of `POST /api/v1/reps/{id}/presence`. */
        SetPresenceRequest: {
            state: null | string;
            reason: null | string;
        };
        /** @description Body of `POST /api/v1/setup`: makes the first administrator with the one-time set-up token. */
        SetupRequest: {
            token: null | string;
            user: null | string;
            password: null | string;
        };
        /** @description Body of `POST /api/v1/sessions`. */
        SignInRequest: {
            user: null | string;
            password: null | string;
        };
        /** @description SLA attainment: `Met` of `Due`; leads waiting inside their target are in neither. Null when nothing is due. */
        SlaDto: {
            /** Format: int32 */
            met: number;
            /** Format: int32 */
            due: number;
            /** Format: double */
            attainment?: null | number;
        };
        /** @description The promise on the first attempt. */
        SlaRules: {
            /**
             * Format: int32
             * @description Target from received to first attempt, 5 to 604,800 s.
             */
            firstAttemptSeconds?: number;
            /**
             * Format: int32
             * @description Share of the target at which a warning is given, 1 to 99 %.
             */
            warnAtPercent?: number;
            /** @description By which time the target is measured. */
            clock?: components["schemas"]["SlaTime"];
        };
        /** @description What a promise is measured by. */
        SlaTime: number;
        /** @description A source as listed; the key's first characters only. */
        SourceDto: {
            sourceId: string;
            name: string;
            channel: string;
            queue?: null | string;
            keyHint: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description One event of the lead. `Data` holds the event's own fields. */
        TimelineEntryDto: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            type: string;
            repId?: null | string;
            data: components["schemas"]["JsonElement"];
        };
        /** @description Body of `PATCH /api/v1/reps/{id}`: only what is given changes. */
        UpdateRepRequest: {
            password?: null | string;
            name?: null | string;
            queues?: null | string[];
            skills?: null | {
                [key: string]: number;
            };
            languages?: null | string[];
            /** Format: int32 */
            capacity?: null | number;
            /** Format: double */
            weight?: null | number;
            phone?: null | string;
            /** @description False: may not sign in and gets no leads. */
            active?: null | boolean;
        };
        /** @description Body of `PATCH /api/v1/users/{user}`: only what is given changes. A new password or `active: false` ends every session at once. */
        UpdateUserRequest: {
            /** @description 8 to 200 characters. */
            password?: null | string;
            /** @description Shown name, 1 to 100 characters. */
            name?: null | string;
            /** @description False: may not sign in. The last active administrator stays active. */
            active?: null | boolean;
        };
        /** @description Who is signed in. No role includes another but admin, which may do all a supervisor may. */
        UserDto: {
            user: string;
            name: string;
            roles: ("rep" | "supervisor" | "admin")[];
            repId?: null | string;
        };
        /** @description Until when others stand back for a rep who is there but busy. */
        WaitsForDto: {
            repId: string;
            /** Format: date-time */
            until: string;
        };
        WallboardHubMessages: {
            Board: components["schemas"]["BoardDto"];
        };
        /** @description Body of withdraw. The reason is needed, at most 500 characters. */
        WithdrawRequest: {
            reason: null | string;
        };
        /** @description From and to of a working day. */
        WorkHours: {
            from: string;
            to: string;
        };
        /** @description Working hours per weekday in the centre's time zone. */
        WorkWeek: {
            /** @description Hours by day: `sun mon tue wed thu fri sat`; a day that is missing is free. Times are `HH:mm`, `24:00` is the day's end. */
            days?: {
                [key: string]: components["schemas"]["WorkHours"];
            };
            /** @description Free days, `yyyy-MM-dd`; at most 400. */
            holidays?: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    currentSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDto"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSourceRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateSourceResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listBoardTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardTokenSummaryDto"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createBoardToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["CreateBoardTokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardTokenDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    deleteBoardToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ListLeads: {
        parameters: {
            query?: {
                state?: string;
                queue?: string;
                owner?: string;
                source?: string;
                campaign?: string;
                q?: string;
                open?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPageDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PostLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostLeadRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PostLeadRequest"];
                "multipart/form-data": components["schemas"]["PostLeadRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostLeadResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    GetBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    GetLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadDetailDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ReassignLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    WithdrawLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ListReps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepDto"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CreateRep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRepRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateRepResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    UpdateRep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRepRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SetRepPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPresenceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    GetDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PutDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Desk"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ValidateDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Desk"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskValidationDto"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
